import { defineRule } from "../../engine/rule.ts";

export const backupVaultEncryptionCmk = defineRule({
  name: "backup-vault-encryption-cmk",
  description: "Backup vaults are encrypted with a customer-managed key.",
  severity: "high",
  citations: ["164.310(d)(2)(iv)", "164.312(a)(2)(iv)"],
  controls: ["backup-vault-cmk"],
  remediation: ["Set kmsKeyArn (encryptionKeyArn for a logically air-gapped vault) to the ARN of a customer-managed key."],
  url: "https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html",
  resources: ["aws:backup/vault:Vault"],
  check: ({ props }) =>
    props.has("kmsKeyArn") ? [] : [{ property: "kmsKeyArn", found: "nothing, so the AWS-managed key", required: "the ARN of a customer-managed key" }],
});
