import { judgeText } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const glueSecurityConfigurationEncryptsAll = defineRule({
  name: "glue-security-configuration-encrypts-all",
  description: "Every Glue security configuration encrypts data, logs and bookmarks.",
  severity: "high",
  citations: ["164.312(a)(2)(iv)"],
  controls: ["glue-encrypted"],
  remediation: ['Set s3EncryptionMode "SSE-KMS", cloudwatchEncryptionMode "SSE-KMS" and jobBookmarksEncryptionMode "CSE-KMS", each with a customer-managed key.'],
  url: "https://docs.aws.amazon.com/glue/latest/dg/console-security-configurations.html",
  resources: ["aws:glue/securityConfiguration:SecurityConfiguration"],
  check: ({ props }) => [
    ...judgeText(props, "encryptionConfiguration.s3Encryption.s3EncryptionMode", { allowed: ["SSE-KMS", "SSE-S3"], absent: "DISABLED" }),
    ...judgeText(props, "encryptionConfiguration.cloudwatchEncryption.cloudwatchEncryptionMode", { allowed: ["SSE-KMS"], absent: "DISABLED" }),
    ...judgeText(props, "encryptionConfiguration.jobBookmarksEncryption.jobBookmarksEncryptionMode", { allowed: ["CSE-KMS"], absent: "DISABLED" }),
  ],
});
