import { backupVaultPolicyDeniesDeletion } from "../../../../policypack/rules/backup/backup-vault-policy-denies-deletion.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const denial = {
  Effect: "Deny",
  Principal: { AWS: "*" },
  Action: ["backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle", "backup:PutBackupVaultAccessPolicy"],
  Resource: "*",
};
const policy = (change: object) => JSON.stringify({ Version: "2012-10-17", Statement: [{ ...denial, ...change }] });
const everything = "not denied: backup:DeleteRecoveryPoint, backup:UpdateRecoveryPointLifecycle, backup:PutBackupVaultAccessPolicy";
const changed = (why: string, change: object, found: string) => ({ why, change: { policy: { props: { policy: policy(change) } } }, blamed: "policy", property: "policy", found });
const vault = { type: "aws:backup/vault:Vault", props: { name: "hipaa" } };
const attached = { type: "aws:backup/vaultPolicy:VaultPolicy", props: { policy: policy({}) }, refs: { backupVaultName: "vault.id" } };

testStackRule(backupVaultPolicyDeniesDeletion, {
  compliant: [
    { vault, policy: attached },
    { vault, policy: { ...attached, props: { policy: policy({ Principal: "*", Action: "backup:*" }) } } },
    {
      vault,
      policy: { ...attached, props: { policy: policy({ Condition: { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/backup-admin" } } }) } },
    },
  ],
  violating: [
    { why: "no policy", change: { policy: null }, blamed: "vault", property: "name", found: "no VaultPolicy" },
    changed("an allowance", { Effect: "Allow" }, everything),
    changed("one principal", { Principal: { AWS: "arn:aws:iam::123456789012:role/app" } }, everything),
    changed("under a condition that anyone may miss", { Condition: { IpAddress: { "aws:SourceIp": "10.0.0.0/8" } } }, everything),
    changed("lifecycles may be shortened", { Action: ["backup:DeleteRecoveryPoint", "backup:PutBackupVaultAccessPolicy"] }, "not denied: backup:UpdateRecoveryPointLifecycle"),
  ],
  unknown: [["policy", "policy"]],
});
