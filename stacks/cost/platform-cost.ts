import type { PlatformConfig } from "../config.ts";
import { accessHostCost, clusterCost } from "./compute-cost.ts";
import { type CostItem, priced } from "./cost-item.ts";
import { networkCost } from "./network-cost.ts";
import { allPieces, Part, type Pieces, piecesOf } from "./pieces.ts";
import { accountCost, complianceCost, detectionCost } from "./protection-cost.ts";
import { apiCost, deliveryCost, identityCost, observabilityCost, siteCost } from "./service-cost.ts";
import { secondRegionCost } from "./standby-cost.ts";
import { auditCost, backupCost, dataCost } from "./store-cost.ts";

/** A component's part of the bill. */
export interface ComponentCost {
  readonly component: string;
  readonly items: readonly CostItem[];
}

/** What a platform stack is billed each month, by component, at the load that its configuration assumes. */
export function platformCost(config: PlatformConfig): readonly ComponentCost[] {
  const pieces = piecesOf(config);
  return [...pieces].map(([component, ofComponent]) => ({
    component, items: [...ITEMS[component](config, pieces), ...pieceItems(ofComponent)].filter(({ quantity }) => quantity > 0),
  }));
}

/** What is billed by the piece, whatever component has it. */
function pieceItems({ keys, alarms, metrics, secrets, dashboards, healthChecks, zones }: Pieces): readonly CostItem[] {
  return [
    priced("keys and their replicas", keys, "kmsKey"), priced("metrics that alarms watch", alarms, "alarm"), priced("metrics of log filters and replication", metrics, "metric"),
    priced("secrets and their replicas", secrets, "secret"), priced("dashboards beyond the free ones", Math.max(0, dashboards - FREE_DASHBOARDS), "dashboard"),
    priced("health checks", healthChecks, "healthCheck"), priced("private zones", zones, "hostedZone"),
  ];
}

/** CloudWatch bills nobody for the first three. */
const FREE_DASHBOARDS = 3;

const ITEMS: Readonly<Record<Part, (config: PlatformConfig, pieces: ReadonlyMap<Part, Pieces>) => readonly CostItem[]>> = {
  [Part.KeyRing]: ({ load }) => [priced("requests to keys", load.keyMillionRequests, "kmsRequests")],
  [Part.SecureVpc]: networkCost,
  [Part.PrivateEksCluster]: clusterCost,
  [Part.PhiDataStore]: dataCost,
  [Part.AuditTrail]: auditCost,
  [Part.DrVault]: (config, pieces) => backupCost(config, allPieces(pieces, "restoreTests")),
  [Part.RecoveryRegion]: secondRegionCost,
  [Part.SecurityAlerts]: () => [],
  [Part.AccountBaseline]: (_config, pieces) => accountCost(allPieces(pieces, "roles")),
  [Part.ThreatDetection]: (config, pieces) => detectionCost(config, allPieces(pieces, "buckets")),
  [Part.ComplianceMonitor]: complianceCost,
  [Part.Observability]: observabilityCost,
  [Part.Identity]: identityCost,
  [Part.ApiEdge]: apiCost,
  [Part.ContentDelivery]: siteCost,
  [Part.AccessHost]: accessHostCost,
  [Part.DeliveryRoles]: deliveryCost,
};
