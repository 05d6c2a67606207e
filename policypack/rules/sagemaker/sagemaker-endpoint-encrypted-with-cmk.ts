import { judgePresence } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const sagemakerEndpointEncryptedWithCmk = defineRule({
  name: "sagemaker-endpoint-encrypted-with-cmk",
  description: "SageMaker endpoints encrypt their storage with a customer-managed KMS key.",
  severity: "high",
  citations: [
    "164.308(a)(1)(ii)(B)", "164.308(a)(4)(ii)(A)", "164.312(a)(2)(iv)", "164.312(e)(2)(ii)", "164.314(b)(1)", "164.314(b)(2)",
    "164.314(b)(2)(i)", "164.314(b)(2)(ii)", "164.314(b)(2)(iii)", "164.314(b)(2)(iv)",
  ],
  controls: ["sagemaker-endpoint-kms"],
  remediation: ["Set kmsKeyArn to the ARN of a customer-managed key."],
  url: "https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest.html",
  resources: ["aws:sagemaker/endpointConfiguration:EndpointConfiguration"],
  check: ({ props }) => judgePresence(props, "kmsKeyArn", "the ARN of a customer-managed key"),
});
