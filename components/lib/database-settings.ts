import type { InstanceArgs } from "@pulumi/aws/rds/instance.js";

/**
 * What every database of the platform has, whatever it is called and wherever it lies: encryption,
 * no public address, IAM logins, 35 days of backups, protection from deletion, insights and
 * monitoring. Spread after anything a caller may choose.
 */
export const GUARANTEED = {
  autoMinorVersionUpgrade: true,
  allowMajorVersionUpgrade: false,
  storageType: "gp3",
  storageEncrypted: true,
  iamDatabaseAuthenticationEnabled: true,
  networkType: "IPV4",
  publiclyAccessible: false,
  caCertIdentifier: "rds-ca-rsa2048-g1",
  backupRetentionPeriod: 35,
  backupWindow: "03:00-04:00",
  maintenanceWindow: "sun:04:30-sun:05:30",
  copyTagsToSnapshot: true,
  deleteAutomatedBackups: false,
  deletionProtection: true,
  performanceInsightsEnabled: true,
  performanceInsightsRetentionPeriod: 7,
  monitoringInterval: 60,
  applyImmediately: false,
} as const satisfies Partial<InstanceArgs>;
