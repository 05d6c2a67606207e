import type { PlatformConfig } from "../config.ts";
import { isAurora, replicaRequest } from "../database-request.ts";
import { DrMode } from "../recovery-objectives.ts";
import { nodeCost, runningNodes } from "./compute-cost.ts";
import { type CostItem, priced } from "./cost-item.ts";
import { flowLogs, recoveryEndpoints } from "./network-cost.ts";
import { recoveryCost } from "./recovery-cost.ts";
import { auditGigabytes } from "./store-cost.ts";

/** A standby network logs so much of what the running one does: health checks, endpoints and replication. */
const IDLE_SHARE = 0.1;

/** What a stack keeps in its recovery region. Keys, secrets, images and restore tests are in the parts of the bill whose component makes them; what is counted by the piece is added with the others. */
export function secondRegionCost(config: PlatformConfig): readonly CostItem[] {
  const { dr: { mode, network }, database, cluster: { nodes }, load } = config;
  const { endpoints, zones } = network === undefined ? { endpoints: 0, zones: 0 } : recoveryEndpoints(config, network);
  const [type = ""] = nodes.instanceTypes;
  return [
    ...recoveryCost(mode, {
      databaseClass: replicaRequest(config).instanceClass, databaseGigabytes: database.storageGiB, databaseMillionWrites: load.databaseMillionWrites, aurora: isAurora(config),
      phiGigabytes: load.phiGB, phiCopy: "backupWarm", newPhiGigabytes: load.newPhiGB, tableGigabytes: load.tableGB, tableMillionWrites: load.tableMillionWrites, copiesOfReplicated: true,
      keys: 0, secrets: 0, imageGigabytes: 0, restoreTests: 0, metrics: 0, healthChecks: 0, loadBalancers: 0, standbyNodeType: type, standbyNodes: nodes.minimum, zones, endpoints,
    }),
    priced("locked vault copies of the audit logs", auditGigabytes(config), "backupWarm"),
    ...(mode === DrMode.Backup ? [] : flowLogs(config, IDLE_SHARE * load.flowLogGB)),
    ...(mode === DrMode.WarmStandby ? standbyGroups(config) : []),
  ];
}

/** Volumes and metrics of the running nodes, and the further groups whole. */
function standbyGroups(config: PlatformConfig): readonly CostItem[] {
  const [workers, ...groups] = runningNodes(config);
  const [, ...beside] = workers === undefined ? [] : nodeCost({ ...workers, nodes: config.cluster.nodes.minimum });
  return [...beside, ...groups.flatMap(nodeCost)];
}
