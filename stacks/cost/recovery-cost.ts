import { DrMode } from "../recovery-objectives.ts";
import { auroraInstances, type CostItem, databases, instances, priced } from "./cost-item.ts";
import type { PriceName } from "./prices.ts";
import { restoreTestCost } from "./restore-cost.ts";

/** What the cost of a second region depends on. */
export interface RecoveryLoad {
  readonly databaseClass: string;
  readonly databaseGigabytes: number;
  /** Whether the replica is an Aurora secondary with one instance, in place of an instance of RDS. */
  readonly aurora: boolean;
  readonly phiGigabytes: number;
  /** How the copy of the PHI bucket is billed where there is no replication. */
  readonly phiCopy: Extract<PriceName, "s3InfrequentAccess" | "backupWarm">;
  readonly newPhiGigabytes: number;
  readonly tableGigabytes: number;
  readonly tableMillionWrites: number;
  readonly databaseMillionWrites: number;
  /** Whether vaults hold copies of bucket and table too where both are replicated. */
  readonly copiesOfReplicated: boolean;
  readonly keys: number;
  readonly secrets: number;
  readonly imageGigabytes: number;
  readonly healthChecks: number;
  readonly loadBalancers: number;
  readonly standbyNodeType: string;
  readonly standbyNodes: number;
  readonly zones: number;
  /** Interface endpoints of the second network, each in every zone. */
  readonly endpoints: number;
  /** Recovery points that are tested each month. */
  readonly restoreTests: number;
  /** Metrics of replicated buckets. */
  readonly metrics: number;
}

/** What the recovery region adds to the bill in each mode: snapshots; replicas and a cluster without nodes; or a small cluster that runs. */
export function recoveryCost(mode: DrMode, load: RecoveryLoad): readonly CostItem[] {
  switch (mode) {
    case DrMode.Backup:
      return [
        ...snapshots(load), transfer(SNAPSHOT_TRANSFER_GIGABYTES),
        priced("copy of the PHI bucket", load.phiGigabytes, load.phiCopy), priced("copy of the records table", load.tableGigabytes, "tableBackup"), priced("replica keys", load.keys, "kmsKey"),
      ];
    case DrMode.PilotLight:
      return [...(load.aurora ? [] : snapshots(load)), transfer(REPLICA_TRANSFER_GIGABYTES), ...databaseReplica(load), ...replicas(load), ...standbyNetwork(load), ...lockedCopies(load)];
    case DrMode.WarmStandby:
      return [transfer(REPLICA_TRANSFER_GIGABYTES), ...databaseReplica(load), ...replicas(load), ...standbyNetwork(load), ...runningCluster(load), ...lockedCopies(load)];
  }
}

/** What crosses between the regions each month: changed blocks of snapshots; with replication, writes besides. */
const SNAPSHOT_TRANSFER_GIGABYTES = 50;
const REPLICA_TRANSFER_GIGABYTES = 100;
const NAT_GIGABYTES = 50;

function transfer(gigabytes: number): CostItem {
  return priced("transfer between regions", gigabytes, "regionTransfer");
}

function snapshots({ databaseGigabytes }: RecoveryLoad): readonly CostItem[] {
  return [priced("copies of database snapshots", databaseGigabytes, "databaseSnapshot")];
}

/** What a secondary that scales by itself needs to take in its primary's writes. */
const SECONDARY_UNITS = 1;

function databaseReplica({ aurora, databaseClass, databaseGigabytes, databaseMillionWrites }: RecoveryLoad): readonly CostItem[] {
  return aurora ? [
    auroraInstances("Aurora secondary", databaseClass, 1, SECONDARY_UNITS), priced("storage of the Aurora secondary", databaseGigabytes, "auroraStorage"),
    priced("replicated writes of Aurora", databaseMillionWrites, "auroraWrites"),
  ] : [databases("read replica", databaseClass, 1), priced("storage of the read replica", databaseGigabytes, "databaseStorage")];
}

/** What both replicating modes have: every other store, the standby cluster's control plane, names. */
function replicas(load: RecoveryLoad): readonly CostItem[] {
  return [
    priced("replica of the PHI bucket", load.phiGigabytes, "s3InfrequentAccess"),
    priced("replication time control", load.newPhiGigabytes, "s3ReplicationTimeControl"), priced("replication metrics", load.metrics, "metric"),
    priced("replica of the records table", load.tableGigabytes, "tableStorage"), priced("replicated writes of the records table", load.tableMillionWrites, "tableWrites"),
    priced("replica keys", load.keys, "kmsKey"), priced("secret replicas", load.secrets, "secret"), priced("image replicas", load.imageGigabytes, "imageStorage"),
    priced("health checks", load.healthChecks, "healthCheck"), priced("control plane of the standby cluster", 1, "eksControlPlane"),
  ];
}

/** A standby cluster without NAT starts its nodes through endpoints, which are billed while it waits. */
function standbyNetwork({ endpoints, zones }: RecoveryLoad): readonly CostItem[] {
  return [priced(`interface endpoints, ${String(endpoints)} in ${String(zones)} zones`, endpoints * zones, "interfaceEndpoint")];
}

function runningCluster({ standbyNodeType, standbyNodes, loadBalancers }: RecoveryLoad): readonly CostItem[] {
  return [
    instances("standby nodes", standbyNodeType, standbyNodes), priced("NAT gateway", 1, "natGateway"), priced("its public address", 1, "publicAddress"), priced("traffic through NAT", NAT_GIGABYTES, "natGigabyte"),
    priced("load balancer", loadBalancers, "loadBalancer"),
  ];
}

function lockedCopies({ aurora, databaseClass, databaseGigabytes, phiGigabytes, tableGigabytes, copiesOfReplicated, restoreTests }: RecoveryLoad): readonly CostItem[] {
  return [
    priced("locked vault copies of the database", databaseGigabytes, copiesOfReplicated && aurora ? "auroraSnapshot" : "databaseSnapshot"),
    ...(copiesOfReplicated ? [priced("locked vault copies of the PHI bucket", phiGigabytes, "backupWarm"), priced("locked vault copies of the records table", tableGigabytes, "tableBackup")] : []),
    ...restoreTestCost(restoreTests, { aurora, databaseClass, objectGigabytes: phiGigabytes, tableGigabytes }),
  ];
}
