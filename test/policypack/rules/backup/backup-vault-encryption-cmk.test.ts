import { backupVaultEncryptionCmk } from "../../../../policypack/rules/backup/backup-vault-encryption-cmk.ts";
import { testRule } from "../../rule-tester.ts";

testRule(backupVaultEncryptionCmk, {
  compliant: [{ props: { name: "hipaa", kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/1" } }],
  violating: [{ why: "the AWS-managed key", props: { kmsKeyArn: undefined }, property: "kmsKeyArn", found: "nothing, so the AWS-managed key" }],
  unknown: [],
  presence: ["kmsKeyArn", "name"],
});
