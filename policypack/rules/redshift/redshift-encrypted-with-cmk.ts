import { judgePresence, judgeSwitch } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const redshiftEncryptedWithCmk = defineRule({
  name: "redshift-encrypted-with-cmk",
  description: "Every Redshift cluster and serverless namespace is encrypted with a customer-managed KMS key.",
  severity: "high",
  citations: [
    "164.308(a)(1)(ii)(B)", "164.308(a)(1)(ii)(D)", "164.308(a)(3)(ii)(A)", "164.308(a)(4)(ii)(A)", "164.312(a)(2)(iv)", "164.312(b)",
    "164.312(c)(1)", "164.312(e)(2)(ii)", "164.314(b)(1)", "164.314(b)(2)", "164.314(b)(2)(i)", "164.314(b)(2)(ii)", "164.314(b)(2)(iii)",
    "164.314(b)(2)(iv)",
  ],
  controls: ["redshift-kms", "redshift-encrypted-and-logged"],
  remediation: ["Leave encrypted at its default, true.", "Set kmsKeyId to the ARN of a customer-managed key."],
  url: "https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html",
  resources: ["aws:redshift/cluster:Cluster", "aws:redshiftserverless/namespace:Namespace"],
  check: ({ type, props }) => [
    ...(type === "aws:redshift/cluster:Cluster" ? judgeSwitch(props, "encrypted", { required: true, absent: true }) : []),
    ...judgePresence(props, "kmsKeyId", "the ARN of a customer-managed key"),
  ],
});
