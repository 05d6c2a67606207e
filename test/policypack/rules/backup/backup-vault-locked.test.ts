import { backupVaultLocked } from "../../../../policypack/rules/backup/backup-vault-locked.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const vault = { type: "aws:backup/vault:Vault", props: { name: "hipaa", tagsAll: { Environment: "Production" } } };
const lock = {
  type: "aws:backup/vaultLockConfiguration:VaultLockConfiguration",
  props: { minRetentionDays: 7, maxRetentionDays: 2557, changeableForDays: 3 },
  refs: { backupVaultName: "vault.id" },
};

testStackRule(backupVaultLocked, {
  compliant: [
    { vault, lock },
    { vault: { ...vault, props: { name: "hipaa", tags: { Environment: "Development" } } }, lock: { ...lock, props: { minRetentionDays: 7 } } },
    { vault, lock: { ...lock, props: { ...lock.props, backupVaultName: "hipaa" }, refs: {} } },
  ],
  violating: [
    { why: "no lock", change: { lock: null }, blamed: "vault", property: "name", found: "no VaultLockConfiguration" },
    { why: "another vault's lock", change: { other: vault, lock: { refs: { backupVaultName: "other.id" } } }, blamed: "vault", property: "name", found: "no VaultLockConfiguration" },
    { why: "points that may go at once", change: { lock: { props: { minRetentionDays: undefined } } }, blamed: "lock", property: "minRetentionDays", found: "0 days" },
    { why: "points that may go after six days", change: { lock: { props: { minRetentionDays: 6 } } }, blamed: "lock", property: "minRetentionDays", found: "6 days" },
    { why: "a lock that can be lifted", change: { lock: { props: { changeableForDays: undefined } } }, blamed: "lock", property: "changeableForDays", found: "nothing, so governance mode" },
  ],
  unknown: [
    ["lock", "minRetentionDays"],
  ],
});
