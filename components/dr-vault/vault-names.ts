import { backupVaultNames } from "../lib/backup-tag.ts";
import { arnOf, type Deployment } from "../lib/deployment.ts";

/** Physical names of vaults, plans and topics. */
export interface VaultNames {
  readonly vault: string;
  readonly vaultArn: string;
  /** In the recovery region. */
  readonly copyVault: string;
  readonly copyVaultArn: string;
  readonly airGappedVault: string;
  readonly airGappedVaultArn: string;
  readonly plan: string;
  readonly selection: string;
  /** AWS takes letters, digits and underscores, 50 at most, and no change afterwards. */
  readonly restoreTestingPlan: string;
  readonly topic: string;
  readonly copyTopic: string;
  readonly failureRule: string;
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
    plan: `${prefix}-plan`,
    selection: `${prefix}-by-tag`,
    restoreTestingPlan: underscored(`${prefix}_monthly_restore_test`),
    topic: `${prefix}-backup-alerts`,
    copyTopic: `${prefix}-backup-copy-alerts`,
    failureRule: `${prefix}-backup-failures`,
  };
}

/** A name as restore testing takes it. */
export function underscored(name: string): string {
  return name.replaceAll("-", "_");
}
