import { DrMode } from "../recovery-objectives.ts";
import { type CostItem, databases, instances, priced } from "./cost-item.ts";
import type { PriceName } from "./prices.ts";

/** What the cost of a second region depends on. */
export interface RecoveryLoad {
  readonly databaseClass: string;
  readonly databaseGigabytes: number;
  readonly phiGigabytes: number;
  /** How the copy of the PHI bucket is billed where there is no replication. */
  readonly phiCopy: Extract<PriceName, "s3InfrequentAccess" | "backupWarm">;
  readonly newPhiGigabytes: number;
  readonly tableGigabytes: number;
  readonly tableMillionWrites: number;
  readonly databaseMillionWrites: number;
  readonly keys: number;
  readonly secrets: number;
  readonly imageGigabytes: number;
  readonly healthChecks: number;
  readonly standbyNodeType: string;
  readonly standbyNodes: number;
  readonly zones: number;
  /** Interface endpoints of the second network. */
  readonly endpoints: number;
  /** Types that a monthly restore test covers. */
  readonly restoreTests: number;
}

/** What the recovery region adds to the bill in each mode (facts: snapshots, replicas, standby). */
export function recoveryCost(mode: DrMode, load: RecoveryLoad): readonly CostItem[] {
  switch (mode) {
    case DrMode.Backup:
      return [
        ...snapshots(load, SNAPSHOT_TRANSFER_GIGABYTES),
        priced("copy of the PHI bucket", load.phiGigabytes, load.phiCopy), priced("copy of the records table", load.tableGigabytes, "tableBackup"), priced("replica keys", load.keys, "kmsKey"),
      ];
    case DrMode.PilotLight:
      return [...snapshots(load, REPLICA_TRANSFER_GIGABYTES), ...databaseReplica(load), ...replicas(load), ...lockedCopies(load)];
    case DrMode.WarmStandby:
      return [transfer(REPLICA_TRANSFER_GIGABYTES), ...auroraSecondary(load), ...replicas(load), ...runningCluster(load), ...lockedCopies(load)];
  }
}

/** What crosses between the regions each month: changed blocks of snapshots; with replication, writes besides. */
const SNAPSHOT_TRANSFER_GIGABYTES = 50;
const REPLICA_TRANSFER_GIGABYTES = 100;
const NAT_GIGABYTES = 50;
/** Metrics of a replicated bucket: bytes and operations pending, operations failed, latency. */
const REPLICATION_METRICS = 4;

function transfer(gigabytes: number): CostItem {
  return priced("transfer between regions", gigabytes, "regionTransfer");
}

function snapshots({ databaseGigabytes }: RecoveryLoad, gigabytes: number): readonly CostItem[] {
  return [priced("copies of database snapshots", databaseGigabytes, "databaseSnapshot"), transfer(gigabytes)];
}

function databaseReplica({ databaseClass, databaseGigabytes }: RecoveryLoad): readonly CostItem[] {
  return [databases("read replica", databaseClass, 1), priced("storage of the read replica", databaseGigabytes, "databaseStorage")];
}

function auroraSecondary({ databaseGigabytes, databaseMillionWrites }: RecoveryLoad): readonly CostItem[] {
  return [
    priced("Aurora secondary", 1, "auroraCapacityUnit"), priced("storage of the Aurora secondary", databaseGigabytes, "auroraStorage"),
    priced("replicated writes of Aurora", databaseMillionWrites, "auroraReplicatedWrites"),
  ];
}

/** What both replicating modes have: every other store, the standby cluster's control plane, names. */
function replicas(load: RecoveryLoad): readonly CostItem[] {
  return [
    priced("replica of the PHI bucket", load.phiGigabytes, "s3InfrequentAccess"),
    priced("replication time control", load.newPhiGigabytes, "s3ReplicationTimeControl"), priced("replication metrics", REPLICATION_METRICS, "metric"),
    priced("replica of the records table", load.tableGigabytes, "tableStorage"), priced("replicated writes of the records table", load.tableMillionWrites, "tableWrites"),
    priced("replica keys", load.keys, "kmsKey"), priced("secret replicas", load.secrets, "secret"), priced("image replicas", load.imageGigabytes, "imageStorage"),
    priced("health checks", load.healthChecks, "healthCheck"), priced("control plane of the standby cluster", 1, "eksControlPlane"),
  ];
}

function runningCluster({ standbyNodeType, standbyNodes, endpoints, zones }: RecoveryLoad): readonly CostItem[] {
  return [
    instances("standby nodes", standbyNodeType, standbyNodes), priced("NAT gateway", 1, "natGateway"), priced("traffic through NAT", NAT_GIGABYTES, "natGigabyte"),
    priced("interface endpoints", endpoints * zones, "interfaceEndpoint"), priced("load balancer", 1, "loadBalancer"),
  ];
}

function lockedCopies({ databaseGigabytes, restoreTests }: RecoveryLoad): readonly CostItem[] {
  return [priced("locked vault copies", databaseGigabytes, "databaseSnapshot"), priced("monthly restore tests", restoreTests, "restoreTest")];
}
