import type * as pulumi from "@pulumi/pulumi";
import { closedSetProblems } from "../lib/closed-set.ts";
import { DatabaseEngine, ENGINE_FACTS } from "../lib/database-engine.ts";
import type { Deployment } from "../lib/deployment.ts";
import { logRetentionProblems } from "../lib/log-retention.ts";
import type { Problem } from "../lib/problems.ts";
import { capacityProblems, demandProblems } from "./address-capacity.ts";
import { type AddressPlan, planAddresses } from "./address-plan.ts";
import { DEFAULT_USES, NetworkUse } from "./endpoint-needs.ts";
import { endpointPlan, endpointProblems, interfaceServices, type PlannedEndpoint } from "./endpoint-plan.ts";
import { ORGANIZATION_ID } from "./endpoint-policies.ts";
import { quotaProblems } from "./network-quotas.ts";
import { outboundProblems, peerProblems, rangeProblems } from "./range-problems.ts";
import type { SecureVpcArgs } from "./secure-vpc-args.ts";
import { NatStrategy } from "./three-tier-vpc.ts";

/** A year (S4-102). */
const RETENTION_DAYS = 365;

/** A network's arguments, as far as its plan follows from them: a component's own, or those that a stack would give it. */
export interface NetworkRequest extends Omit<SecureVpcArgs, "deployment" | "logsKeyArn"> {
  readonly deployment: Pick<Deployment, "region">;
  readonly logsKeyArn?: pulumi.Input<string>;
}

/** The arguments with everything filled in, and the plan that follows from them. */
export interface NetworkSettings {
  readonly cidrBlock: string;
  readonly zones: readonly string[];
  readonly podCidrBlock: string | undefined;
  readonly plan: AddressPlan;
  readonly natStrategy: NatStrategy;
  readonly natGateways: number;
  readonly allowedCidrs: readonly string[];
  readonly outboundCidrs: readonly string[];
  readonly databasePort: number;
  readonly endpoints: readonly PlannedEndpoint[];
  readonly enableNacls: boolean;
  readonly flowLogRetentionDays: number;
}

/** Fills the arguments in and collects what is wrong with them; the settings are meaningful only when nothing is. */
export function networkSettings(request: NetworkRequest): { readonly settings: NetworkSettings; readonly problems: readonly Problem[] } {
  const addresses = {
    region: request.deployment.region,
    zones: request.zones,
    cidrBlock: request.cidrBlock ?? "10.0.0.0/16",
    tiers: {
      ...(request.publicCidrs === undefined ? {} : { public: request.publicCidrs }),
      ...(request.privateCidrs === undefined ? {} : { private: request.privateCidrs }),
      ...(request.isolatedCidrs === undefined ? {} : { isolated: request.isolatedCidrs }),
    },
    podCidrBlock: request.podCidrBlock,
  };
  const { plan, problems: addressProblems } = planAddresses(addresses);
  const natStrategy = request.natStrategy ?? NatStrategy.OnePerAz;
  const uses = request.uses ?? DEFAULT_USES;
  const engine = request.databaseEngine ?? DatabaseEngine.Postgres;
  const engineProblems = closedSetProblems("databaseEngine", engine, DatabaseEngine);
  const useProblems = uses.flatMap((use, index) => closedSetProblems(`uses[${String(index)}]`, use, NetworkUse));
  const wanted = { uses: useProblems.length === 0 ? uses : [], endpoints: request.endpoints, additional: request.additionalEndpoints ?? [], zones: request.zones.length };
  const settings: NetworkSettings = {
    cidrBlock: addresses.cidrBlock,
    zones: request.zones,
    podCidrBlock: request.podCidrBlock,
    plan,
    natStrategy,
    natGateways: natGatewayCount(natStrategy, request.zones.length),
    allowedCidrs: request.allowedCidrs ?? ["0.0.0.0/0"],
    outboundCidrs: request.outboundCidrs ?? [],
    databasePort: request.databasePort ?? ENGINE_FACTS[engineProblems.length === 0 ? engine : DatabaseEngine.Postgres].port,
    endpoints: endpointPlan(wanted),
    enableNacls: request.enableNacls ?? false,
    flowLogRetentionDays: request.flowLogRetentionDays ?? RETENTION_DAYS,
  };
  const demandMistakes = demandProblems(request.demand);
  return {
    settings,
    problems: [
      ...addressProblems,
      ...demandMistakes,
      ...(addressProblems.length + demandMistakes.length === 0 ? capacityProblems(plan, request.demand, interfaceServices(settings.endpoints).length) : []),
      ...peerProblems(request.peerCidrs ?? [], { cidrBlock: settings.cidrBlock, podCidrBlock: settings.podCidrBlock }),
      ...closedSetProblems("natStrategy", natStrategy, NatStrategy),
      ...rangeProblems("allowedCidrs", settings.allowedCidrs),
      ...outboundProblems(settings.outboundCidrs, settings.natGateways),
      ...engineProblems,
      ...portProblems(settings.databasePort),
      ...useProblems,
      ...endpointProblems(wanted),
      ...organizationProblems(request.organizationId),
      ...(addressProblems.length === 0 ? quotaProblems(settings) : []),
      ...logRetentionProblems("flowLogRetentionDays", settings.flowLogRetentionDays),
    ],
  };
}

/** What AWS bills of a network by the piece. */
export interface NetworkShape {
  readonly zones: number;
  readonly natGateways: number;
  /** Each is billed once for every zone. */
  readonly interfaceEndpoints: number;
}

/** What of a network is billed by the piece, before it exists. */
export function networkShape(request: NetworkRequest): NetworkShape {
  const { settings } = networkSettings(request);
  return { zones: settings.zones.length, natGateways: settings.natGateways, interfaceEndpoints: interfaceServices(settings.endpoints).length };
}

function natGatewayCount(strategy: NatStrategy, zones: number): number {
  return { OnePerAz: zones, Single: 1, None: 0 }[strategy];
}

function portProblems(port: number): readonly Problem[] {
  return Number.isInteger(port) && port >= 1150 && port <= 65_535 ? [] : [{
    argument: "databasePort", value: port, allowed: "RDS takes ports from 1150 to 65535", change: "Leave it out for the engine's own",
  }];
}

function organizationProblems(id: string | undefined): readonly Problem[] {
  return id === undefined || ORGANIZATION_ID.test(id) ? [] : [{
    argument: "organizationId", value: id, allowed: "the id of an organisation: o- and 10 to 32 of a-z and 0-9", change: "Take it from AWS Organizations, or leave it out for this account alone",
  }];
}
