import { arnOf, type Deployment } from "./deployment.ts";

/** Tag by which backup plans select what they protect; its value is that of a plan's class. */
export const BACKUP_TAG = "BackupPlan";

/** What a store's backups are for; each class has a plan of its own. */
export const BackupClass = {
  /** Patients' data: any second of five weeks, and monthly points for years. */
  Phi: "phi",
  /** Evidence: daily, and monthly points for years. */
  Audit: "audit",
  /** What can be made again with some work: daily, for five weeks. */
  Operational: "operational",
} as const;
export type BackupClass = (typeof BackupClass)[keyof typeof BackupClass];

/** Value of the tag for one class: for patients' data the deployment's prefix alone. */
export function backupTagValue({ prefix }: Deployment, backupClass: BackupClass): string {
  return backupClass === BackupClass.Phi ? prefix : `${prefix}-${backupClass}`;
}

/** The tag of a resource that the deployment's plan for its class protects. */
export function backedUp(deployment: Deployment, backupClass: BackupClass = BackupClass.Phi): Record<string, string> {
  return { [BACKUP_TAG]: backupTagValue(deployment, backupClass) };
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
