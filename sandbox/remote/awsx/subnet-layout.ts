import type { Input } from "../output.ts";
import type { Properties } from "../../wire.ts";
import { addresses, bitsFor, type Block, blockAfter, formatAddress, formatBlock, overlap, parseBlock } from "./cidr.ts";
import { legacySubnets } from "./legacy-layout.ts";
import type { SubnetSpec, SubnetType, VpcArguments } from "./vpc-arguments.ts";

/** One subnet, or one range kept free, of the plan; zone by zone, in the order of the specs. */
export interface PlannedSubnet {
  readonly name: string;
  readonly type: SubnetType;
  readonly zone: string;
  /** From 0. */
  readonly zoneIndex: number;
  readonly block: Block;
  readonly nameTag: string;
  readonly tags: Input;
}

export interface SubnetLayout {
  readonly subnets: readonly PlannedSubnet[];
  /** What the component answers as `subnetLayout`. */
  readonly resolved: readonly Properties[];
}

/** Where a spec's subnets lie, one range for each zone. */
export interface Allocation {
  readonly spec: SubnetSpec;
  readonly blocks: readonly Block[];
}

/**
 * Lays out the subnets as the component's strategies do.
 * @throws Error in the component's words when the layout is impossible
 */
export function layOutSubnets(vpcName: string, args: VpcArguments, zones: readonly string[]): SubnetLayout {
  const allocations = allocate(args, zones.length);
  const subnets = zones.flatMap((zone, zoneIndex) => allocations.map(({ spec, blocks }): PlannedSubnet => {
    const base = `${vpcName}-${spec.name ?? spec.type.toLowerCase()}`;
    return {
      name: `${base}-${String(zoneIndex + 1)}`,
      type: spec.type,
      zone,
      zoneIndex,
      block: blocks[zoneIndex] ?? { start: 0, mask: 0 },
      nameTag: `${base}-${args.zoneInNameTag ? zoneSuffix(zone) : String(zoneIndex + 1)}`,
      tags: spec.tags,
    };
  }));
  refuseOverlaps(subnets);
  if (args.subnetStrategy === "Exact") {
    refuseGaps(args.cidrBlock, subnets);
  }
  return { subnets, resolved: allocations.map(({ spec, blocks }) => resolvedSpec(args, spec, blocks)) };
}

function allocate(args: VpcArguments, zoneCount: number): readonly Allocation[] {
  const vpc = parseBlock(args.cidrBlock) ?? { start: 0, mask: 0 };
  if (args.subnetStrategy === "Legacy") {
    return legacySubnets(vpc, zoneCount, args.subnetSpecs);
  }
  const specs = args.subnetSpecs ?? [];
  return specs.some(({ cidrBlocks }) => cidrBlocks !== undefined)
    ? specs.map((spec) => ({ spec, blocks: (spec.cidrBlocks ?? []).flatMap((block) => parseBlock(block) ?? []) }))
    : dividedSubnets(vpc, zoneCount, specs);
}

/** Divides the range evenly between the zones, then each zone's in the order of the specs. */
function dividedSubnets(vpc: Block, zoneCount: number, specs: readonly SubnetSpec[]): readonly Allocation[] {
  const zoneMask = vpc.mask + bitsFor(zoneCount);
  const masks = specs.map((spec) => maskOf(spec) ?? zoneMask + bitsFor(specs.length));
  const needed = masks.reduce((sum, mask) => sum + addresses(mask), 0);
  if (needed > addresses(zoneMask)) {
    throw new Error(`Subnets are too large for VPC. VPC has ${String(addresses(zoneMask))} addresses, but subnets require ${String(needed)} addresses.`);
  }
  return specs.map((spec, index) => ({
    spec,
    blocks: Array.from({ length: zoneCount }, (_, zone) => nthBlock({ start: vpc.start + zone * addresses(zoneMask), mask: zoneMask }, masks.slice(0, index + 1))),
  }));
}

/** The range the last of the masks gets when they are laid out from the beginning of the zone's range. */
function nthBlock(zone: Block, masks: readonly number[]): Block {
  return masks.reduce<Block>((previous, mask, index) => (index === 0 ? { start: zone.start, mask } : blockAfter(previous, mask)), zone);
}

function maskOf({ cidrMask, size }: SubnetSpec): number | undefined {
  return cidrMask ?? (size === undefined ? undefined : 32 - bitsFor(size));
}

function resolvedSpec(args: VpcArguments, spec: SubnetSpec, blocks: readonly Block[]): Properties {
  const name = spec.name === undefined ? {} : { name: spec.name };
  if (args.subnetStrategy === "Legacy") {
    return { type: spec.type, ...name, cidrMask: blocks[0]?.mask ?? 0 };
  }
  if (spec.cidrBlocks !== undefined) {
    return { type: spec.type, ...name, cidrBlocks: spec.cidrBlocks };
  }
  const mask = maskOf(spec);
  return { type: spec.type, ...name, ...(mask === undefined ? {} : { cidrMask: mask, size: addresses(mask) }) };
}

/** "1a" of "us-east-1a". */
function zoneSuffix(zone: string): string {
  return zone.slice(zone.lastIndexOf("-") + 1);
}

function refuseOverlaps(subnets: readonly PlannedSubnet[]): void {
  const overlapping = subnets.filter((one) => subnets.some((other) => one !== other && overlap(one.block, other.block)));
  if (overlapping.length > 0) {
    throw new Error(`The following subnets overlap with at least one other subnet. Make the CIDR for the VPC larger, reduce the size of the subnets per AZ, or use less Availability Zones:\n\n${
      overlapping.map(({ name, block }, index) => `${String(index + 1)}. ${name}: ${formatBlock(block)}\n`).join("")}`);
  }
}

function refuseGaps(cidrBlock: string, subnets: readonly PlannedSubnet[]): void {
  const vpc = parseBlock(cidrBlock) ?? { start: 0, mask: 0 };
  const gaps = subnets.flatMap((subnet, index) => {
    const previous = subnets[index - 1];
    if (previous === undefined) {
      return subnet.block.start === vpc.start ? [] : [`${described(subnet)} does not start at the beginning of the VPC (${cidrBlock})`];
    }
    return subnet.block.start === previous.block.start + addresses(previous.block.mask) ? [] : [`${described(previous)} <=> ${described(subnet)}`];
  });
  const last = subnets.at(-1);
  if (last !== undefined && lastAddress(last.block) !== lastAddress(vpc)) {
    gaps.push(`${last.name} (ending ${formatAddress(lastAddress(last.block))}) ends before VPC ends (at ${formatAddress(lastAddress(vpc))}})`);
  }
  if (gaps.length > 0) {
    throw new Error(`There are gaps in the subnet ranges. Please fix the following gaps: ${gaps.join(", ")}`);
  }
}

/** The last address that a host may have. */
function lastAddress({ start, mask }: Block): number {
  return start + addresses(mask) - 2;
}

function described({ name, block }: PlannedSubnet): string {
  return `${name} (${formatBlock(block)})`;
}
