import { closedSetProblems } from "../lib/closed-set.ts";
import { logRetentionProblems } from "../lib/log-retention.ts";
import type { Problem } from "../lib/problems.ts";
import { capacityProblems } from "./address-capacity.ts";
import { type AddressPlan, planAddresses } from "./address-plan.ts";
import { endpointProblems, type InterfaceEndpoint, interfaceEndpoints } from "./endpoint-plan.ts";
import { parseBlock } from "./ipv4-block.ts";
import type { SecureVpcArgs } from "./secure-vpc.ts";
import { NatStrategy } from "./three-tier-vpc.ts";
import { DatabaseEngine } from "./tier-rules.ts";

/** A year (S4-102). */
const RETENTION_DAYS = 365;

/** The arguments with everything filled in, and the plan that follows from them. */
export interface NetworkSettings {
  readonly cidrBlock: string;
  readonly zones: readonly string[];
  readonly podCidrBlock: string | undefined;
  readonly plan: AddressPlan;
  readonly natStrategy: NatStrategy;
  readonly allowedCidrs: readonly string[];
  readonly databaseEngine: DatabaseEngine;
  readonly endpoints: readonly InterfaceEndpoint[];
  readonly flowLogRetentionDays: number;
}

/** Fills the arguments in and collects what is wrong with them; the settings are meaningful only when nothing is. */
export function networkSettings(args: SecureVpcArgs): { readonly settings: NetworkSettings; readonly problems: readonly Problem[] } {
  const additional = args.additionalEndpoints ?? [];
  const addresses = {
    region: args.deployment.region,
    zones: args.zones,
    cidrBlock: args.cidrBlock ?? "10.0.0.0/16",
    tiers: {
      ...(args.publicCidrs === undefined ? {} : { public: args.publicCidrs }),
      ...(args.privateCidrs === undefined ? {} : { private: args.privateCidrs }),
      ...(args.isolatedCidrs === undefined ? {} : { isolated: args.isolatedCidrs }),
    },
    podCidrBlock: args.podCidrBlock,
  };
  const { plan, problems } = planAddresses(addresses);
  const settings: NetworkSettings = {
    cidrBlock: addresses.cidrBlock,
    zones: args.zones,
    podCidrBlock: args.podCidrBlock,
    plan,
    natStrategy: args.natStrategy ?? NatStrategy.OnePerAz,
    allowedCidrs: args.allowedCidrs ?? ["0.0.0.0/0"],
    databaseEngine: args.databaseEngine ?? DatabaseEngine.Postgres,
    endpoints: interfaceEndpoints(additional),
    flowLogRetentionDays: args.flowLogRetentionDays ?? RETENTION_DAYS,
  };
  return {
    settings,
    problems: [
      ...problems,
      ...(problems.length === 0 ? capacityProblems(plan, args.demand, settings.endpoints.length) : []),
      ...closedSetProblems("natStrategy", settings.natStrategy, NatStrategy),
      ...allowedCidrProblems(settings.allowedCidrs),
      ...closedSetProblems("databaseEngine", settings.databaseEngine, DatabaseEngine),
      ...endpointProblems(additional),
      ...logRetentionProblems("flowLogRetentionDays", settings.flowLogRetentionDays),
    ],
  };
}

function allowedCidrProblems(cidrs: readonly string[]): readonly Problem[] {
  if (new Set(cidrs).size < cidrs.length) {
    return [{ argument: "allowedCidrs", value: cidrs, allowed: "each range once", change: "Leave the second mention out" }];
  }
  return cidrs.flatMap((cidr, index) => parseBlock(cidr) === undefined ? [{
    argument: `allowedCidrs[${String(index)}]`, value: cidr, allowed: "a range in CIDR notation that starts at its own first address", change: "Give one such as 203.0.113.0/24",
  }] : []);
}
