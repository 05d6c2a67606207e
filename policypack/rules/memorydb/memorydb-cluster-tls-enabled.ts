import { judgeSwitch } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const memorydbClusterTlsEnabled = defineRule({
  name: "memorydb-cluster-tls-enabled",
  description: "MemoryDB clusters take connections over TLS only.",
  severity: "high",
  citations: ["164.312(e)(1)", "164.312(e)(2)(ii)"],
  controls: [],
  remediation: ["Leave tlsEnabled at its default, true; an existing cluster must be replaced."],
  url: "https://docs.aws.amazon.com/memorydb/latest/devguide/in-transit-encryption.html",
  resources: ["aws:memorydb/cluster:Cluster"],
  check: ({ props }) => judgeSwitch(props, "tlsEnabled", { required: true, absent: true }),
});
