import { KeyClass, NatStrategy } from "../../components/index.ts";
import type { PlatformConfig } from "../config.ts";
import { DrMode } from "../recovery-objectives.ts";
import { type CostItem, databases, instances, priced } from "./cost-item.ts";
import { recoveryCost } from "./recovery-cost.ts";

/** A component's part of the bill. */
export interface ComponentCost {
  readonly component: string;
  readonly items: readonly CostItem[];
}

/** What a platform stack is billed each month, by component, at the load that its configuration assumes. */
export function platformCost(config: PlatformConfig): readonly ComponentCost[] {
  return [
    { component: "KeyRing", items: [priced("keys and their replicas", 2 * (Object.keys(KeyClass).length + 1), "kmsKey")] },
    { component: "SecureVpc", items: networkCost(config) },
    { component: "PrivateEksCluster", items: clusterCost(config) },
    { component: "PhiDataStore", items: dataCost(config) },
    { component: "AuditTrail", items: auditCost(config) },
    { component: "DrVault", items: backupCost(config) },
    { component: "recovery region", items: secondRegionCost(config) },
  ];
}

function networkCost({ network, load }: PlatformConfig): readonly CostItem[] {
  const gateways = { [NatStrategy.OnePerAz]: network.zones.length, [NatStrategy.Single]: 1, [NatStrategy.None]: 0 }[network.natGateways];
  return [
    priced("NAT gateways", gateways, "natGateway"), priced("their public addresses", gateways, "publicAddress"), priced("traffic through NAT", gateways === 0 ? 0 : load.natGB, "natGigabyte"),
    priced("interface endpoints", ENDPOINTS * network.zones.length, "interfaceEndpoint"), priced("flow and DNS logs", load.flowLogGB, "logGigabyte"),
  ];
}

function clusterCost({ cluster: { nodes }, load }: PlatformConfig): readonly CostItem[] {
  const [type = ""] = nodes.instanceTypes;
  return [
    priced("control plane", 1, "eksControlPlane"), instances("nodes", type, nodes.desired), priced("node volumes", nodes.desired * nodes.diskGiB, "gp3Volume"),
    priced("logs", load.logGB, "logGigabyte"),
  ];
}

/** Two instances: RDS keeps a synchronous standby in another zone. */
function dataCost({ database, load }: PlatformConfig): readonly CostItem[] {
  return [
    databases("database and standby", database.instanceClass, 2), priced("their storage", 2 * database.storageGiB, "databaseStorage"),
    priced("PHI bucket", load.phiGB, "s3Standard"), priced("records table", load.tableGB, "tableStorage"), priced("writes to it", load.tableMillionWrites, "tableWrites"),
    priced("reads of it", load.tableMillionReads, "tableReads"), priced("its point-in-time recovery", load.tableGB, "tableRecovery"), priced("secrets", 1, "secret"),
  ];
}

function auditCost({ load, audit }: PlatformConfig): readonly CostItem[] {
  const gigabytes = load.auditMillionEvents * GIGABYTES_PER_MILLION_EVENTS;
  return [
    priced("records of PHI access", load.auditMillionEvents, "trailDataEvents"), priced("log files before they are archived", gigabytes * audit.archiveAfterDays / 30, "s3Standard"),
    priced("alarms", AUDIT_ALARMS, "alarm"), priced("queries", 0.1, "athenaTerabyte"),
  ];
}

/** Recovery points of a month in both regions; what a mode copies besides is the recovery region's. */
function backupCost({ database, load, backup }: PlatformConfig): readonly CostItem[] {
  const months = backup.monthlyRetentionDays / 30;
  return [
    priced("snapshots of the database", database.storageGiB, "databaseSnapshot"), priced("backup of the PHI bucket", load.phiGB, "backupWarm"), priced("backups of the records table", load.tableGB, "tableBackup"),
    priced("monthly recovery points, changed blocks", months * MONTHLY_CHANGE * database.storageGiB, "databaseSnapshot"),
  ];
}

function secondRegionCost({ dr: { mode }, database, cluster: { nodes }, network, load }: PlatformConfig): readonly CostItem[] {
  const [standbyNodeType = ""] = nodes.instanceTypes;
  return recoveryCost(mode, {
    databaseClass: database.instanceClass, databaseGigabytes: database.storageGiB, databaseMillionWrites: load.databaseMillionWrites,
    phiGigabytes: load.phiGB, phiCopy: "backupWarm", newPhiGigabytes: load.newPhiGB, tableGigabytes: load.tableGB, tableMillionWrites: load.tableMillionWrites,
    // The keys' replicas are in the key ring's part.
    keys: 0, secrets: 1, imageGigabytes: load.imageGB, healthChecks: mode === DrMode.Backup ? 0 : 2, standbyNodeType, standbyNodes: nodes.minimum, zones: network.zones.length, endpoints: ENDPOINTS, restoreTests: 3,
  });
}

const ENDPOINTS = 15;
const AUDIT_ALARMS = 20;
/** A record of a million accesses, compressed. */
const GIGABYTES_PER_MILLION_EVENTS = 0.2;
/** Share of a database that changes from one monthly recovery point to the next. */
const MONTHLY_CHANGE = 0.05;
