import { judgeSwitch, judgeText } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const mskClusterTlsOnly = defineRule({
  name: "msk-cluster-tls-only",
  description: "Kafka clients and brokers talk over TLS only.",
  severity: "high",
  citations: ["164.312(e)(1)", "164.312(e)(2)(ii)"],
  controls: ["msk-tls"],
  remediation: ['Leave encryptionInfo.encryptionInTransit at its defaults, clientBroker: "TLS" and inCluster: true.'],
  url: "https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html",
  resources: ["aws:msk/cluster:Cluster"],
  check: ({ props }) => [
    ...judgeText(props, "encryptionInfo.encryptionInTransit.clientBroker", { allowed: ["TLS"], absent: "TLS" }),
    ...judgeSwitch(props, "encryptionInfo.encryptionInTransit.inCluster", { required: true, absent: true }),
  ],
});
