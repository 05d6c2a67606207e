import { judgeText } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const daxClusterTlsEndpoint = defineRule({
  name: "dax-cluster-tls-endpoint",
  description: "Every DAX cluster accepts connections over TLS only.",
  severity: "high",
  citations: ["164.312(e)(1)", "164.312(e)(2)(ii)"],
  controls: ["dax-tls"],
  remediation: ['Set clusterEndpointEncryptionType: "TLS".'],
  url: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionInTransit.html",
  resources: ["aws:dax/cluster:Cluster"],
  check: ({ props }) => judgeText(props, "clusterEndpointEncryptionType", { allowed: ["TLS"], absent: "NONE" }),
});
