import { judgeSwitch } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const neptuneClusterEncrypted = defineRule({
  name: "neptune-cluster-encrypted",
  description: "Every Neptune cluster is encrypted at rest.",
  severity: "high",
  citations: ["164.312(a)(2)(iv)"],
  controls: ["neptune-encrypted"],
  remediation: ["Set storageEncrypted: true and kmsKeyArn to a customer-managed key; it cannot be switched on later, so a cluster without it is restored from a snapshot."],
  url: "https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html",
  resources: ["aws:neptune/cluster:Cluster"],
  check: ({ props }) => judgeSwitch(props, "storageEncrypted", { required: true, absent: false }),
});
