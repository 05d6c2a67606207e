import type { Problem } from "../lib/problems.ts";
import { ALWAYS_NEEDED, NEEDS, type NetworkUse } from "./endpoint-needs.ts";

/** A private way to one AWS service. */
export interface PlannedEndpoint {
  /** Service as in `com.amazonaws.<region>.<service>`. */
  readonly service: string;
  readonly type: "Gateway" | "Interface";
  /** Who needs it and why, one for each use. */
  readonly reasons: readonly string[];
  /** List price of its hours, USD a month in US East; data through it is charged besides, by the gigabyte. */
  readonly monthlyUsd: number;
}

/** What endpoints a network is asked to have. */
export interface EndpointRequest {
  readonly uses: readonly NetworkUse[];
  /** The whole list, where the caller gives it; undefined for what the uses need. */
  readonly endpoints: readonly string[] | undefined;
  /** Services beside those. */
  readonly additional: readonly string[];
  readonly zones: number;
}

/** 0.01 USD an hour for each zone; a stack's price file has the same. */
const ZONE_MONTH_USD = 7.3;
/** AWS makes at most so many interface endpoints in a VPC (VPC quotas). */
const MOST_ENDPOINTS = 50;
const GATEWAYS = { dynamodb: "records tables, without NAT and at no cost", s3: "buckets, image layers and packages, without NAT and at no cost" } as const;

/** Every endpoint of a network with its reasons and price: two gateways, and the interfaces sorted by service. */
export function endpointPlan({ uses, endpoints, additional, zones }: EndpointRequest): readonly PlannedEndpoint[] {
  const needed = neededServices(uses);
  const services = new Set([...(endpoints ?? needed.keys()), ...additional]);
  return [
    ...Object.entries(GATEWAYS).map(([service, reason]): PlannedEndpoint => ({ service, type: "Gateway", reasons: [reason], monthlyUsd: 0 })),
    ...[...services].sort().map((service): PlannedEndpoint => ({
      service,
      type: "Interface",
      reasons: needed.get(service) ?? ["asked for by the stack"],
      monthlyUsd: zones * ZONE_MONTH_USD,
    })),
  ];
}

/** The services whose endpoints take an address in each private subnet. */
export function interfaceServices(plan: readonly PlannedEndpoint[]): readonly string[] {
  return plan.flatMap(({ service, type }) => type === "Interface" ? [service] : []);
}

/** Services that the uses call, each with the reasons of all of them. */
export function neededServices(uses: readonly NetworkUse[]): ReadonlyMap<string, readonly string[]> {
  const needed = new Map<string, readonly string[]>();
  for (const needs of [ALWAYS_NEEDED, ...[...new Set(uses)].map((use) => NEEDS[use])]) {
    for (const [service, reason] of Object.entries<string>(needs)) {
      needed.set(service, [...needed.get(service) ?? [], reason]);
    }
  }
  return needed;
}

/** Names that are no services, and services that are called but have no endpoint. */
export function endpointProblems(request: EndpointRequest): readonly Problem[] {
  const named = [
    ...(request.endpoints ?? []).map((service, index) => ({ argument: `endpoints[${String(index)}]`, service })),
    ...request.additional.map((service, index) => ({ argument: `additionalEndpoints[${String(index)}]`, service })),
  ];
  const misnamed = named.flatMap(({ argument, service }) => nameProblems(argument, service));
  return misnamed.length > 0 ? misnamed : [...missingProblems(request), ...countProblems(request)];
}

function nameProblems(argument: string, service: string): readonly Problem[] {
  if (service === "s3" || service === "dynamodb") {
    return [{ argument, value: service, allowed: "an interface endpoint; S3 and DynamoDB have gateway endpoints, which are always there and cost nothing", change: "Leave it out" }];
  }
  return /^[a-z0-9][a-z0-9.-]*$/u.test(service) ? [] : [{
    argument, value: service, allowed: "a service as in com.amazonaws.<region>.<service>", change: "Give the part after the region, such as bedrock-runtime",
  }];
}

function missingProblems({ uses, endpoints, additional }: EndpointRequest): readonly Problem[] {
  const given = new Set([...endpoints ?? [], ...additional]);
  const missing = endpoints === undefined ? [] : [...neededServices(uses)].filter(([service]) => !given.has(service));
  return missing.length === 0 ? [] : [{
    argument: "endpoints",
    value: endpoints,
    allowed: `an endpoint for every service that is called, as no security group opens another way to it; there is none for ${missing.map(([service, reasons]) => `${service} (${reasons.join("; ")})`).join(", ")}`,
    change: "Add them, leave endpoints out to get what is needed, or take out of uses what does not run",
  }];
}

function countProblems(request: EndpointRequest): readonly Problem[] {
  const count = interfaceServices(endpointPlan(request)).length;
  return count <= MOST_ENDPOINTS ? [] : [{
    argument: "additionalEndpoints", value: request.additional, allowed: `${String(MOST_ENDPOINTS)} interface endpoints, the most that AWS makes in a VPC; these are ${String(count)}`, change: "Leave out what is not called",
  }];
}
