import { BackupClass, backupVaultNames } from "../lib/backup-tag.ts";
import { arnOf, type Deployment } from "../lib/deployment.ts";

/** Physical names of vaults and of the test of their content. */
export interface VaultNames {
  readonly vault: string;
  readonly vaultArn: string;
  /** In the recovery region. */
  readonly copyVault: string;
  readonly copyVaultArn: string;
  readonly airGappedVault: string;
  readonly airGappedVaultArn: string;
  /** AWS takes letters, digits and underscores, 50 at most, and no change afterwards. */
  readonly restoreTestingPlan: string;
}

export function vaultNames(deployment: Deployment): VaultNames {
  const { prefix, recoveryRegion } = deployment;
  const { vault, copyVault } = backupVaultNames(deployment);
  const airGappedVault = `${prefix}-vault-air-gapped`;
  return {
    vault,
    vaultArn: arnOf(deployment, "backup", `backup-vault:${vault}`),
    copyVault,
    copyVaultArn: arnOf(deployment, "backup", `backup-vault:${copyVault}`, recoveryRegion),
    airGappedVault,
    airGappedVaultArn: arnOf(deployment, "backup", `backup-vault:${airGappedVault}`),
    restoreTestingPlan: underscored(`${prefix}_monthly_restore_test`),
  };
}

/** Name of the plan of one class. */
export function planName({ prefix }: Deployment, backupClass: BackupClass): string {
  return backupClass === BackupClass.Phi ? `${prefix}-plan` : `${prefix}-plan-${backupClass}`;
}

/** Name of what that plan selects. */
export function selectionName({ prefix }: Deployment, backupClass: BackupClass): string {
  return backupClass === BackupClass.Phi ? `${prefix}-by-tag` : `${prefix}-by-tag-${backupClass}`;
}

/** A name as restore testing takes it. */
export function underscored(name: string): string {
  return name.replaceAll("-", "_");
}
