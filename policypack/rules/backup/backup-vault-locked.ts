import { defineStackRule } from "../../engine/rule.ts";
import { isDevelopment } from "../../engine/tags.ts";

export const backupVaultLocked = defineStackRule({
  name: "backup-vault-locked",
  description: "Every vault is locked for at least a week, outside development in compliance mode, which nobody can lift.",
  severity: "high",
  citations: [
    "164.308(a)(7)(i)", "164.308(a)(7)(ii)(A)", "164.308(a)(7)(ii)(B)", "164.308(a)(7)(ii)(C)", "164.310(d)(2)(iv)", "164.312(a)(2)(ii)",
    "164.312(c)(1)",
  ],
  controls: ["backup-vault-lock", "backup-recovery-point-manual-deletion-disabled"],
  remediation: ["Add a VaultLockConfiguration for the vault with minRetentionDays of 7 or more and, outside development, changeableForDays of 3 or more."],
  url: "https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html",
  resources: ["aws:backup/vault:Vault"],
  parameters: { minimumRetentionDays: { description: "Least minimum retention of a vault, in days.", default: 7 } },
  check: (stack, settings) =>
    stack.ofType("aws:backup/vault:Vault").flatMap((vault) => {
      const locks = stack.referringTo(vault, "backupVaultName", "aws:backup/vaultLockConfiguration:VaultLockConfiguration");
      if (locks.length === 0) {
        return [{ urn: vault.urn, property: "name", found: "no VaultLockConfiguration", required: "a lock on the vault" }];
      }
      const floor = settings.number("minimumRetentionDays");
      return locks.flatMap(({ urn, props }) => {
        const days = props.number("minRetentionDays") ?? 0;
        const governed = !props.has("changeableForDays") && !isDevelopment(vault.props);
        return [
          ...(days >= floor ? [] : [{ urn, property: "minRetentionDays", found: `${String(days)} days`, required: `at least ${String(floor)} days` }]),
          ...(governed ? [{ urn, property: "changeableForDays", found: "nothing, so governance mode", required: "3 days or more, which starts compliance mode" }] : []),
        ];
      });
    }),
});
