import type { Problem } from "../lib/problems.ts";
import { blockAt, contains, formatBlock, type Ipv4Block, overlaps, parseBlock } from "./ipv4-block.ts";

/** What a network is asked to look like. */
export interface AddressRequest {
  readonly region: string;
  readonly zones: readonly string[];
  readonly cidrBlock: string;
  /** CIDRs given by the caller, one for each zone; a tier that is absent is laid out by the plan. */
  readonly tiers: Readonly<Partial<Record<TierName, readonly string[]>>>;
  /** Secondary range for pods; absent for none. */
  readonly podCidrBlock: string | undefined;
}

/** CIDR of every subnet: one for each zone, in the order of the zones. */
export interface AddressPlan {
  readonly public: readonly string[];
  readonly private: readonly string[];
  readonly isolated: readonly string[];
  /** Empty without a range for pods. */
  readonly pods: readonly string[];
}

/** Index of each tier's first subnet among blocks of a 256th of the VPC: 10.0.1.0/24, 10.0.10.0/24, 10.0.20.0/24 (S4-07, S4-08, X-05). */
const FIRST_INDEX = { public: 1, private: 10, isolated: 20 } as const;
type TierName = keyof typeof FIRST_INDEX;
const TIERS: readonly TierName[] = ["public", "private", "isolated"];
/** Subnets are that many bits smaller than the VPC. */
const TIER_BITS = 8;
/** The range for pods is divided by four, the most zones there are, so that a zone more moves nothing. */
const POD_BITS = 2;
/** AWS takes subnets from /16 to /28. */
const SMALLEST_SUBNET = 28;
const PRIVATE_RANGES = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];
/** Shared address space; pods may live in it. */
const POD_RANGE = "100.64.0.0/10";
/** From where Kubernetes services get their addresses; a VPC that overlaps it cannot reach them. */
export const KUBERNETES_SERVICES = "172.20.0.0/16";

/**
 * Lays out the three tiers, and the range for pods, without touching AWS.
 * The plan is meaningful only when there are no problems.
 */
export function planAddresses(request: AddressRequest): { readonly plan: AddressPlan; readonly problems: readonly Problem[] } {
  const problems = [...zoneProblems(request), ...vpcProblems(request), ...podRangeProblems(request)];
  const vpc = parseBlock(request.cidrBlock);
  if (vpc === undefined || problems.length > 0) {
    return { plan: { public: [], private: [], isolated: [], pods: [] }, problems };
  }
  const tier = (name: TierName): readonly string[] => request.tiers[name] ?? defaultTier(vpc, FIRST_INDEX[name], request.zones.length);
  const plan = { public: tier("public"), private: tier("private"), isolated: tier("isolated"), pods: podSubnets(request) };
  return { plan, problems: [...TIERS.flatMap((name) => tierProblems(name, plan[name], vpc, request)), ...overlapProblems(plan)] };
}

function defaultTier(vpc: Ipv4Block, firstIndex: number, zones: number): readonly string[] {
  return Array.from({ length: zones }, (_, zone) => formatBlock(blockAt(vpc, vpc.prefix + TIER_BITS, firstIndex + zone)));
}

function podSubnets({ podCidrBlock, zones }: AddressRequest): readonly string[] {
  const range = podCidrBlock === undefined ? undefined : parseBlock(podCidrBlock);
  return range === undefined ? [] : zones.map((_, zone) => formatBlock(blockAt(range, range.prefix + POD_BITS, zone)));
}

function zoneProblems({ region, zones }: AddressRequest): readonly Problem[] {
  const name = new RegExp(`^${region}[a-z]$`, "u");
  return [
    ...(zones.length >= 2 && zones.length <= 4 ? [] : [{
      argument: "zones", value: zones, allowed: "2 to 4 availability zones (S4-09, S4-100)", change: `Name them, such as ["${region}a", "${region}b"]`,
    }]),
    ...(new Set(zones).size === zones.length ? [] : [{ argument: "zones", value: zones, allowed: "each zone once", change: "Leave the second mention out" }]),
    ...zones.flatMap((zone, index) => name.test(zone) ? [] : [{
      argument: `zones[${String(index)}]`, value: zone, allowed: `a zone of the deployment's region ${region}`, change: `Name one such as ${region}a`,
    }]),
  ];
}

function vpcProblems({ cidrBlock, tiers }: AddressRequest): readonly Problem[] {
  const block = parseBlock(cidrBlock);
  const refuse = (allowed: string, change: string): readonly Problem[] => [{ argument: "cidrBlock", value: cidrBlock, allowed, change }];
  if (block === undefined) {
    return refuse("a range in CIDR notation that starts at its own first address", "Give one such as 10.0.0.0/16");
  }
  if (!inAny(block, PRIVATE_RANGES)) {
    return refuse(`a range within ${PRIVATE_RANGES.join(", ")}`, "Take private addresses (RFC 1918)");
  }
  if (inRange(block, KUBERNETES_SERVICES)) {
    return refuse(`a range apart from ${KUBERNETES_SERVICES}, from where Kubernetes services get their addresses`, "Give another such as 10.0.0.0/16");
  }
  if (block.prefix < 16 || block.prefix > SMALLEST_SUBNET) {
    return refuse("AWS takes VPCs from /16 to /28", "Give one such as 10.0.0.0/16");
  }
  const laidOut = TIERS.filter((name) => tiers[name] === undefined);
  return laidOut.length > 0 && block.prefix + TIER_BITS > SMALLEST_SUBNET
    ? refuse(`/16 to /20 where subnets are laid out (${laidOut.join(", ")}): they are a 256th of it, and AWS takes none below /28`, "Give a larger range, or the CIDRs of these tiers")
    : [];
}

function podRangeProblems({ podCidrBlock }: AddressRequest): readonly Problem[] {
  const block = podCidrBlock === undefined ? undefined : parseBlock(podCidrBlock);
  const fits = block !== undefined && inAny(block, [POD_RANGE]) && block.prefix >= 16 && block.prefix + POD_BITS <= SMALLEST_SUBNET;
  return podCidrBlock === undefined || fits ? [] : [{
    argument: "podCidrBlock", value: podCidrBlock, allowed: `/16 to /26 within ${POD_RANGE} (X-04)`, change: "Give 100.64.0.0/16, or leave it out",
  }];
}

function tierProblems(name: TierName, cidrs: readonly string[], vpc: Ipv4Block, request: AddressRequest): readonly Problem[] {
  const argument = `${name}Cidrs`;
  if (cidrs.length !== request.zones.length) {
    return [{ argument, value: cidrs, allowed: `one CIDR for each of the ${String(request.zones.length)} zones`, change: "Give as many as there are zones, or leave them out" }];
  }
  return cidrs.flatMap((cidr, index) => {
    const block = parseBlock(cidr);
    const fits = block !== undefined && contains(vpc, block) && block.prefix >= 16 && block.prefix <= SMALLEST_SUBNET;
    return fits ? [] : [{
      argument: `${argument}[${String(index)}]`, value: cidr, allowed: `a range from /16 to /28 within the VPC's ${request.cidrBlock}`, change: "Give one that fits, or leave the tier out",
    }];
  });
}

function overlapProblems(plan: AddressPlan): readonly Problem[] {
  const subnets = TIERS.flatMap((tier) => plan[tier].map((cidr, index) => ({ argument: `${tier}Cidrs[${String(index)}]`, cidr, block: parseBlock(cidr) })));
  return subnets.flatMap(({ argument, cidr, block }, index) => {
    const clash = subnets.slice(0, index).find((other) => block !== undefined && other.block !== undefined && overlaps(block, other.block));
    return clash === undefined ? [] : [{
      argument, value: cidr, allowed: `a range apart from ${clash.argument} = ${clash.cidr}`, change: "Give ranges that do not overlap",
    }];
  });
}

function inAny(block: Ipv4Block, ranges: readonly string[]): boolean {
  return ranges.some((range) => {
    const outer = parseBlock(range);
    return outer !== undefined && contains(outer, block);
  });
}

function inRange(block: Ipv4Block, range: string): boolean {
  const other = parseBlock(range);
  return other !== undefined && overlaps(block, other);
}
