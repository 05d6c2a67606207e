import { bitsFor, type Block, blockAfter, addresses } from "./cidr.ts";
import type { Allocation } from "./subnet-layout.ts";
import type { SubnetSpec } from "./vpc-arguments.ts";

const NOTHING = { name: undefined, cidrBlocks: undefined, cidrMask: undefined, size: undefined, tags: undefined };
/** Order of the types within a zone, and the widest mask each gets. */
const TYPES = [{ type: "Private", widest: 19 }, { type: "Public", widest: 20 }, { type: "Isolated", widest: 24 }] as const;

/** The layout without a strategy: private, public, isolated within each zone, whatever `cidrBlocks` say. */
export function legacySubnets(vpc: Block, zoneCount: number, specs: readonly SubnetSpec[] | undefined): readonly Allocation[] {
  const zoneMask = vpc.mask + bitsFor(zoneCount);
  const masked = specs === undefined ? defaultSubnets(zoneMask) : maskedByType(zoneMask, specs);
  return masked.map(({ spec }, index) => ({
    spec,
    blocks: Array.from({ length: zoneCount }, (_, zone) => {
      const beforeZone = { start: vpc.start + zone * addresses(zoneMask) - 1, mask: 32 };
      return masked.slice(0, index + 1).reduce<Block>((previous, { mask }) => blockAfter(previous, mask), beforeZone);
    }),
  }));
}

interface MaskedSpec {
  readonly spec: SubnetSpec;
  readonly mask: number;
}

/** Half of the zone for a private subnet, half of the rest for a public one. */
function defaultSubnets(zoneMask: number): readonly MaskedSpec[] {
  return [
    { spec: { ...NOTHING, type: "Private" }, mask: zoneMask + 1 },
    { spec: { ...NOTHING, type: "Public" }, mask: zoneMask + 2 },
  ];
}

function maskedByType(zoneMask: number, specs: readonly SubnetSpec[]): readonly MaskedSpec[] {
  const even = zoneMask + bitsFor(specs.length);
  return TYPES.flatMap(({ type, widest }) => specs.filter((spec) => spec.type === type).map((spec) => ({ spec, mask: Math.max(even, widest) })));
}
