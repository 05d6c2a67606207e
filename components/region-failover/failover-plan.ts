import type { Deployment } from "../lib/deployment.ts";

/** A region by its part in the deployment, whichever is active. */
export const Side = { Primary: "primary", Recovery: "recovery" } as const;
export type Side = (typeof Side)[keyof typeof Side];

/** Seconds for which a resolver keeps an answer: how long clients follow an old one. */
export const RECORD_TTL_SECONDS = 60;

/** One of the records under a name. */
export interface PlannedRecord {
  /** Names the record among those of its name; what changes its side keeps it. */
  readonly set: "active" | "standby";
  readonly type: "PRIMARY" | "SECONDARY";
  readonly side: Side;
}

/**
 * Where a name points. While the primary region is active, to it, and where its check fails to the
 * recovery region. Once that is active nothing points back: what stands in the old region is stale.
 */
export function plannedRecords(deployment: Deployment, activeRegion: string): readonly PlannedRecord[] {
  return activeRegion === deployment.recoveryRegion
    ? [{ set: "active", type: "PRIMARY", side: Side.Recovery }]
    : [{ set: "active", type: "PRIMARY", side: Side.Primary }, { set: "standby", type: "SECONDARY", side: Side.Recovery }];
}

/** Host of an endpoint such as `db.example.org:5432`, or of a host alone. */
export function hostOf(endpoint: string): string {
  return endpoint.split(":")[0] ?? endpoint;
}

/** Name of the zone in which workloads of both regions look up where to go. */
export function defaultZoneName({ prefix }: Deployment): string {
  return `${prefix}.internal`;
}
