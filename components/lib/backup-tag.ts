import { arnOf, type Deployment } from "./deployment.ts";

/** Tag by which backup plans select what they protect; its value is the deployment's prefix. */
export const BACKUP_TAG = "BackupPlan";

/** The tag of a resource that the deployment's backup plan protects. */
export function backedUp(deployment: Deployment): Record<string, string> {
  return { [BACKUP_TAG]: deployment.prefix };
}

/**
 * Roles of the backup service, by name: stores that refuse uploads with a key of the caller's choice
 * must let a restore name its key.
 */
export function backupRoleNames(deployment: Deployment): { readonly backup: string; readonly restore: string; readonly restoreTest: string } {
  return { backup: `${deployment.prefix}-backup`, restore: `${deployment.prefix}-backup-restore`, restoreTest: `${deployment.prefix}-backup-restore-test` };
}

/** Vaults by name: of the primary region, and of the recovery region for copies. */
export function backupVaultNames(deployment: Deployment): { readonly vault: string; readonly copyVault: string } {
  return { vault: `${deployment.prefix}-vault`, copyVault: `${deployment.prefix}-vault-copy` };
}

/** ARN of the role that restores backups. */
export function restoreRoleArn(deployment: Deployment): string {
  return arnOf(deployment, "iam", `role/${backupRoleNames(deployment).restore}`, "");
}

/** How AWS Backup starts the names of what a restore test creates. */
export const RESTORE_TEST_NAMES = "awsbackup-restore-test-*";
