import { Record as DnsRecord } from "@pulumi/aws/route53/record.js";
import type * as pulumi from "@pulumi/pulumi";
import { type PlannedRecord, RECORD_TTL_SECONDS, type Side } from "./failover-plan.ts";
import type { SideChecks } from "./health-checks.ts";

export interface NameSpec {
  readonly zoneId: pulumi.Input<string>;
  /** The whole name. */
  readonly recordName: string;
  /** What it points to in each region. */
  readonly targets: Readonly<globalThis.Record<Side, pulumi.Input<string>>>;
  readonly checks: SideChecks;
  readonly records: readonly PlannedRecord[];
}

/** The records of one name. AWS wants a check of whatever is first in line; the last resort needs none. */
export function createName(parent: pulumi.Resource, name: string, { zoneId, recordName, targets, checks, records }: NameSpec): void {
  for (const { set, type, side } of records) {
    new DnsRecord(`${name}-${set}`, {
      zoneId,
      name: recordName,
      type: "CNAME",
      ttl: RECORD_TTL_SECONDS,
      records: [targets[side]],
      setIdentifier: set,
      failoverRoutingPolicies: [{ type }],
      ...(type === "PRIMARY" ? { healthCheckId: checks[side].id } : {}),
    }, { parent });
  }
}
