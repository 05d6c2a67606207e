import type { PlatformConfig } from "../config.ts";
import { ACCESS_HOST } from "./compute-cost.ts";
import { type CostItem, databases, priced, vcpus } from "./cost-item.ts";
import { logs } from "./log-cost.ts";
import { restoreTestCost } from "./restore-cost.ts";

/** A record of a million accesses, as the trail writes it: compressed in its bucket, plain in CloudWatch. */
const AUDIT_GIGABYTES = 0.2;
const STREAM_GIGABYTES = 1.5;
/** Share of a database that changes from one monthly recovery point to the next. */
const MONTHLY_CHANGE = 0.05;
const DAYS_A_MONTH = 365 / 12;
/** A proxy is billed for two processors at least. */
const PROXY_VCPUS = 2;
const AUDIT_QUERY_TERABYTES = 0.1;

/** Two instances: RDS keeps a synchronous standby in another zone. Objects are priced before they age into cheaper classes. */
export function dataCost({ database, load }: PlatformConfig): readonly CostItem[] {
  return [
    databases("database and standby", database.instanceClass, 2), priced("their storage", 2 * database.storageGiB, "databaseStorage"),
    priced("proxy", database.proxy ? Math.max(PROXY_VCPUS, vcpus(database.instanceClass)) : 0, "databaseProxyVcpu"),
    priced("PHI bucket", load.phiGB, "s3Standard"), priced("records table", load.tableGB, "tableStorage"), priced("writes to it", load.tableMillionWrites, "tableWrites"),
    priced("reads of it", load.tableMillionReads, "tableReads"), priced("its point-in-time recovery", load.tableGB, "tableRecovery"),
  ];
}

/** The trail's first copy of management events is free. Its files stay in Standard: most are smaller than the 128 KB from which S3 archives. */
export function auditCost({ load, audit, logs: { retentionDays } }: PlatformConfig): readonly CostItem[] {
  const gigabytes = load.auditMillionEvents * AUDIT_GIGABYTES;
  return [
    priced("records of PHI access", load.auditMillionEvents, "trailDataEvents"), priced("log files, kept", gigabytes * audit.retentionDays / DAYS_A_MONTH, "s3Standard"),
    ...logs("events in CloudWatch", (load.auditMillionEvents + load.managementMillionEvents) * STREAM_GIGABYTES, retentionDays),
    priced("queries", AUDIT_QUERY_TERABYTES, "athenaTerabyte"),
  ];
}

/** Recovery points in the primary region, and tests of them; their copies are the recovery region's. */
export function backupCost({ database, load, backup, accessHost }: PlatformConfig, restoreTests: number): readonly CostItem[] {
  const months = backup.monthlyRetentionDays / DAYS_A_MONTH;
  return [
    priced("snapshots of the database", database.storageGiB, "databaseSnapshot"), priced("backup of the PHI bucket", load.phiGB, "backupWarm"), priced("backups of the records table", load.tableGB, "tableBackup"),
    priced("monthly recovery points, changed blocks", months * MONTHLY_CHANGE * database.storageGiB, "databaseSnapshot"),
    priced("snapshots of the access host", accessHost.enabled ? ACCESS_HOST.diskGiB : 0, "volumeSnapshot"),
    ...restoreTestCost(restoreTests, { databaseClass: database.instanceClass, phiGigabytes: load.phiGB, tableGigabytes: load.tableGB }),
  ];
}
