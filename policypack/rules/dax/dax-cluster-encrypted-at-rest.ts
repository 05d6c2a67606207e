import { judgeSwitch } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const daxClusterEncryptedAtRest = defineRule({
  name: "dax-cluster-encrypted-at-rest",
  description: "Every DAX cluster is encrypted at rest.",
  severity: "high",
  citations: [
    "164.308(a)(4)(ii)(A)", "164.312(a)(2)(iv)", "164.312(c)(1)", "164.312(e)(2)(ii)", "164.314(b)(1)", "164.314(b)(2)", "164.314(b)(2)(i)",
    "164.314(b)(2)(ii)", "164.314(b)(2)(iii)", "164.314(b)(2)(iv)",
  ],
  controls: ["dax-encrypted"],
  remediation: ["Set serverSideEncryption: { enabled: true }; it cannot be switched on later, so a cluster without it is created anew."],
  url: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionAtRest.html",
  resources: ["aws:dax/cluster:Cluster"],
  check: ({ props }) => judgeSwitch(props, "serverSideEncryption.enabled", { required: true, absent: false }),
});
