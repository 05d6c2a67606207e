import type { PlatformConfig } from "../config.ts";
import { isAurora } from "../database-request.ts";
import { DrMode } from "../recovery-objectives.ts";
import { ACCESS_HOST } from "./compute-cost.ts";
import { auroraInstances, type CostItem, databases, priced, vcpus } from "./cost-item.ts";
import { logs } from "./log-cost.ts";
import { restoreTestCost } from "./restore-cost.ts";

/** Gigabytes of a million recorded calls: compressed in the trail's bucket, plain in CloudWatch. */
const AUDIT_GIGABYTES = 0.2;
const STREAM_GIGABYTES = 1.5;
/** What S3 keeps of a gigabyte of flow logs, compressed. */
const FLOW_LOG_SHARE = 0.1;
/** Share of a database that changes from one monthly recovery point to the next. */
const MONTHLY_CHANGE = 0.05;
const DAYS_A_MONTH = 365 / 12;
/** A proxy is billed for two processors at least. */
const PROXY_VCPUS = 2;
const AUDIT_QUERY_TERABYTES = 0.1;
/** Least capacity units of each Aurora instance that scales by itself: alone, and as primary of a global database. */
const AURORA_UNITS = { alone: 2, primary: 8 } as const;

/** Two instances of the database, in two zones. Objects are priced before they age into cheaper classes. */
export function dataCost(config: PlatformConfig): readonly CostItem[] {
  const { database, load } = config;
  return [
    ...databaseCost(config), priced("proxy", database.proxy ? Math.max(PROXY_VCPUS, vcpus(database.instanceClass)) : 0, "databaseProxyVcpu"),
    priced("PHI bucket", load.phiGB, "s3Standard"), priced("records table", load.tableGB, "tableStorage"), priced("writes to it", load.tableMillionWrites, "tableWrites"),
    priced("reads of it", load.tableMillionReads, "tableReads"), priced("its point-in-time recovery", load.tableGB, "tableRecovery"),
  ];
}

/** RDS keeps a synchronous standby with storage of its own; Aurora's instances share one storage, whose writes are billed. */
function databaseCost(config: PlatformConfig): readonly CostItem[] {
  const { database: { capacity, instanceClass, storageGiB }, dr, load } = config;
  return isAurora(config) ? [
    auroraInstances("database's two instances", instanceClass, 2, capacity?.minimumUnits ?? (dr.mode === DrMode.Backup ? AURORA_UNITS.alone : AURORA_UNITS.primary)),
    priced("their storage", storageGiB, "auroraStorage"), priced("their writes", load.databaseMillionWrites, "auroraWrites"),
  ] : [databases("database and standby", instanceClass, 2), priced("their storage", 2 * storageGiB, "databaseStorage")];
}

/** Gigabytes that come to the trail's bucket each month: records, and flow logs. */
function newAuditGigabytes({ load }: PlatformConfig): number {
  return (load.auditMillionEvents + load.managementMillionEvents) * AUDIT_GIGABYTES + load.flowLogGB * FLOW_LOG_SHARE;
}

/** Gigabytes in it once the first of them expire. */
export function auditGigabytes(config: PlatformConfig): number {
  return newAuditGigabytes(config) * config.audit.retentionDays / DAYS_A_MONTH;
}

/**
 * The trail's first copy of management events is free. Its files stay in Standard, here and in the
 * replica: most are smaller than the 128 KB from which S3 archives.
 */
export function auditCost(config: PlatformConfig): readonly CostItem[] {
  const { audit, load } = config;
  const [kept, fresh] = [auditGigabytes(config), newAuditGigabytes(config)];
  return [
    priced("records of PHI access", load.auditMillionEvents, "trailDataEvents"), priced("log files, kept", kept, "s3Standard"), priced("their replica, kept", kept, "s3Standard"),
    priced("replication time control", fresh, "s3ReplicationTimeControl"), priced("transfer to the replica", fresh, "regionTransfer"),
    ...logs("events in CloudWatch", audit.trailToCloudWatch ? (load.auditMillionEvents + load.managementMillionEvents) * STREAM_GIGABYTES : 0, config.logs.retentionDays),
    priced("queries", AUDIT_QUERY_TERABYTES, "athenaTerabyte"),
  ];
}

/** Recovery points in the primary region, and tests of them; their copies are the recovery region's. */
export function backupCost(config: PlatformConfig, restoreTests: number): readonly CostItem[] {
  const { database, load, backup, accessHost } = config;
  const [months, audit, aurora] = [backup.monthlyRetentionDays / DAYS_A_MONTH, auditGigabytes(config), isAurora(config)];
  const snapshot = aurora ? "auroraSnapshot" : "databaseSnapshot";
  return [
    priced("snapshots of the database", database.storageGiB, snapshot), priced("backup of the PHI bucket", load.phiGB, "backupWarm"), priced("backup of the audit logs", audit, "backupWarm"),
    priced("backups of the records table", load.tableGB, "tableBackup"), priced("monthly recovery points, changed blocks", months * MONTHLY_CHANGE * database.storageGiB, snapshot),
    priced("snapshots of the access host", accessHost.enabled ? ACCESS_HOST.diskGiB : 0, "volumeSnapshot"),
    ...restoreTestCost(restoreTests, { aurora, databaseClass: database.instanceClass, objectGigabytes: load.phiGB + audit, tableGigabytes: load.tableGB }),
  ];
}
