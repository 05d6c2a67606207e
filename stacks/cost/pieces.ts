import { networkShape } from "../../components/index.ts";
import type { PlatformConfig } from "../config.ts";
import { isAurora } from "../database-request.ts";
import { networkRequest } from "../network-request.ts";
import { DrMode } from "../recovery-objectives.ts";

/** Parts of a stack as the estimate lists them, in the order in which it does. */
export const Part = {
  KeyRing: "KeyRing",
  SecureVpc: "SecureVpc",
  PrivateEksCluster: "PrivateEksCluster",
  PhiDataStore: "PhiDataStore",
  AuditTrail: "AuditTrail",
  DrVault: "DrVault",
  /** Second network, standby cluster, replicas, copies, and the names that follow them. */
  RecoveryRegion: "recovery region",
  SecurityAlerts: "SecurityAlerts",
  AccountBaseline: "AccountBaseline",
  ThreatDetection: "ThreatDetection",
  ComplianceMonitor: "ComplianceMonitor",
  Observability: "Observability",
  Identity: "Identity",
  ApiEdge: "ApiEdge",
  ContentDelivery: "ContentDelivery",
  AccessHost: "AccessHost",
  DeliveryRoles: "DeliveryRoles",
} as const;
export type Part = (typeof Part)[keyof typeof Part];

/** How many a part has of what is billed by the piece. */
export interface Pieces {
  /** Customer-managed keys and their replicas. */
  readonly keys: number;
  /** Metrics that alarms watch. */
  readonly alarms: number;
  /** Metrics of replicated buckets, and of log filters that count from zero; the others are billed only in hours in which they match. */
  readonly metrics: number;
  /** Secrets and their replicas. */
  readonly secrets: number;
  /** Stores that are backed up, and of which a restore is tested each month. */
  readonly restoreTests: number;
  readonly dashboards: number;
  readonly healthChecks: number;
  readonly zones: number;
  readonly buckets: number;
  readonly roles: number;
}

const NONE: Pieces = { keys: 0, alarms: 0, metrics: 0, secrets: 0, restoreTests: 0, dashboards: 0, healthChecks: 0, zones: 0, buckets: 0, roles: 0 };

/**
 * The pieces of every part that a stack has. The numbers stand here and not with the components, as the
 * estimate is made before a component exists; a test compares them with what the components register.
 */
export function piecesOf(config: PlatformConfig): ReadonlyMap<Part, Pieces> {
  const { account, alerts, audit, database, detection, dr, observability, api } = config;
  const replicated = dr.mode !== DrMode.Backup;
  const canary = observability.canary && api.domain !== undefined;
  const hasApi = config.identity !== undefined;
  const checked = config.compliance.check !== undefined;
  const { managedOnly } = config.iam;
  // Storage of Aurora grows by itself, so that no alarm watches it.
  const aurora = isAurora(config);
  const chats = [alerts.slack, alerts.pagerDuty].filter((chat) => chat !== undefined).length;
  const parts: readonly (readonly [Part, boolean, Partial<Pieces>])[] = [
    [Part.KeyRing, true, { keys: 16 }],
    [Part.SecureVpc, true, { roles: 1 }],
    [Part.PrivateEksCluster, true, { roles: 5 }],
    [Part.PhiDataStore, true, { secrets: replicated ? 2 : 1, restoreTests: 3, buckets: 2, roles: 1 + count(database.proxy) }],
    [Part.AuditTrail, true, { alarms: 2 + 15 * count(audit.trailToCloudWatch), metrics: 4, restoreTests: 1, buckets: 5, roles: 1 + count(audit.trailToCloudWatch) }],
    [Part.DrVault, true, { alarms: 3, roles: 3 }],
    [Part.RecoveryRegion, true, replicated ? { alarms: 7, metrics: 4, healthChecks: 2, zones: 1, buckets: 2, roles: 8 } : {}],
    [Part.SecurityAlerts, true, {
      // Sign-ins of the root user are events of us-east-1, where a third topic stands if no other region of the stack is there.
      ...[config["aws:region"], dr.region].includes(SIGN_IN_REGION) ? { alarms: 2 } : { keys: 1, alarms: 3 },
      roles: 1 + chats,
    }],
    [Part.AccountBaseline, account.managedHere, { roles: 2 * count(account.breakGlassUserArns.length > 0) }],
    [Part.ThreatDetection, account.managedHere, { buckets: 2 * count(detection.archiveFindings), roles: count(!managedOnly) }],
    [Part.ComplianceMonitor, account.managedHere, { alarms: 3 * count(checked), buckets: 2, roles: 2 * count(!managedOnly) + count(checked) }],
    [Part.Observability, true, {
      alarms: 14 + 5 * count(hasApi) + count(canary) - count(aurora) + 2 * networkShape({ deployment: { region: config["aws:region"] }, ...networkRequest(config) }).natGateways,
      metrics: 1, dashboards: 3, buckets: 2 * count(canary), roles: count(canary) + count(observability.managedGrafana),
    }],
    [Part.Identity, hasApi, { alarms: 4, buckets: 2 }],
    [Part.ApiEdge, hasApi, { buckets: 2, roles: 1 }],
    [Part.ContentDelivery, config.site !== undefined, { keys: 1, buckets: 2 }],
    [Part.AccessHost, config.accessHost.enabled, { alarms: 1, buckets: 2, roles: 1 }],
    [Part.DeliveryRoles, config.delivery !== undefined, { keys: 3, roles: 3 }],
  ];
  return new Map(parts.filter(([, present]) => present).map(([part, , pieces]) => [part, { ...NONE, ...pieces }]));
}

/** Pieces of all parts together. */
export function allPieces(pieces: ReadonlyMap<Part, Pieces>, kind: keyof Pieces): number {
  return [...pieces.values()].reduce((sum, part) => sum + part[kind], 0);
}

function count(present: boolean): number {
  return present ? 1 : 0;
}

const SIGN_IN_REGION = "us-east-1";
