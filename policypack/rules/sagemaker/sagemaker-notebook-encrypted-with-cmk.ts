import { judgePresence } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const sagemakerNotebookEncryptedWithCmk = defineRule({
  name: "sagemaker-notebook-encrypted-with-cmk",
  description: "SageMaker notebooks encrypt their volume with a customer-managed KMS key.",
  severity: "high",
  citations: [
    "164.308(a)(1)(ii)(B)", "164.308(a)(4)(ii)(A)", "164.312(a)(2)(iv)", "164.312(e)(2)(ii)", "164.314(b)(1)", "164.314(b)(2)",
    "164.314(b)(2)(i)", "164.314(b)(2)(ii)", "164.314(b)(2)(iii)", "164.314(b)(2)(iv)",
  ],
  controls: ["sagemaker-notebook-kms"],
  remediation: ["Set kmsKeyId to the ARN of a customer-managed key."],
  url: "https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest-nbi.html",
  resources: ["aws:sagemaker/notebookInstance:NotebookInstance"],
  check: ({ props }) => judgePresence(props, "kmsKeyId", "the ARN of a customer-managed key"),
});
