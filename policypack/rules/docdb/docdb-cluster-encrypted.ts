import { judgeSwitch } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const docdbClusterEncrypted = defineRule({
  name: "docdb-cluster-encrypted",
  description: "Every DocumentDB cluster is encrypted at rest.",
  severity: "high",
  citations: ["164.312(a)(2)(iv)"],
  controls: ["docdb-encrypted"],
  remediation: ["Set storageEncrypted: true and kmsKeyId to a customer-managed key; it cannot be switched on later, so a cluster without it is restored from a snapshot."],
  url: "https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html",
  resources: ["aws:docdb/cluster:Cluster"],
  check: ({ props }) => judgeSwitch(props, "storageEncrypted", { required: true, absent: false }),
});
