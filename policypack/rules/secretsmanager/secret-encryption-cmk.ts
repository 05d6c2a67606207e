import { defineRule } from "../../engine/rule.ts";

export const secretEncryptionCmk = defineRule({
  name: "secret-encryption-cmk",
  description: "Secrets and their replicas are encrypted with customer-managed keys.",
  severity: "high",
  citations: ["164.312(a)(2)(iv)", "164.312(e)(2)(ii)"],
  controls: ["secrets-cmk"],
  remediation: ["Set kmsKeyId to the ARN of a customer-managed key, on the secret and on every replica."],
  url: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html",
  resources: ["aws:secretsmanager/secret:Secret"],
  check: ({ props }) =>
    [props, ...props.objects("replicas")].flatMap((part) =>
      part.has("kmsKeyId") ? [] : [{ property: part.pathOf("kmsKeyId"), found: "nothing, so the AWS-managed key", required: "the ARN of a customer-managed key" }],
    ),
});
