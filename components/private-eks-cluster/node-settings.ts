import type { Problem } from "../lib/problems.ts";

/** The cluster's nodes. */
export interface NodePoolArgs {
  /**
   * Instance types, all of one processor architecture, in order of preference.
   * @default ["m7g.large"]
   */
  readonly instanceTypes?: string[];
  /**
   * Fewest nodes, at least 2 so that one may fail.
   * @default 2
   */
  readonly minSize?: number;
  /**
   * Most nodes, at most 450.
   * @default 6
   */
  readonly maxSize?: number;
  /**
   * Nodes at first; afterwards the cluster's autoscaler decides.
   * @default minSize
   */
  readonly desiredSize?: number;
  /**
   * Root volume in GiB, 20 to 16384.
   * @default 50
   */
  readonly diskGib?: number;
}

/** The arguments with everything filled in. */
export interface NodeSettings {
  readonly instanceTypes: readonly string[];
  readonly minSize: number;
  readonly maxSize: number;
  readonly desiredSize: number;
  readonly diskGib: number;
}

export function nodeSettings(args: NodePoolArgs): { readonly settings: NodeSettings; readonly problems: readonly Problem[] } {
  const minSize = args.minSize ?? 2;
  const settings = {
    instanceTypes: args.instanceTypes ?? ["m7g.large"],
    minSize,
    maxSize: args.maxSize ?? 6,
    desiredSize: args.desiredSize ?? minSize,
    diskGib: args.diskGib ?? 50,
  };
  return { settings, problems: [...typeProblems(settings.instanceTypes), ...sizeProblems(settings)] };
}

/** Image that fits the processors of the instance types. */
export function amiType({ instanceTypes }: NodeSettings): string {
  return instanceTypes.every(isArm) ? "AL2023_ARM_64_STANDARD" : "AL2023_x86_64_STANDARD";
}

/**
 * Name of the node group. EKS replaces a group when its instance types or its image change; the name
 * changes with them, so that the new group stands before the old one goes.
 */
export function nodeGroupName(prefix: string, settings: NodeSettings): string {
  return `${prefix}-workers-${fingerprint([...settings.instanceTypes, amiType(settings)].join(" "))}`;
}

/** Eight hexadecimal digits that differ for different text (FNV-1a); nobody is kept from forging them. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, "0");
}

/** Graviton families have a `g` right after the generation: m7g, c6gn, r8gd. */
function isArm(instanceType: string): boolean {
  return /^[a-z]+\d+g/u.test(instanceType);
}

function typeProblems(types: readonly string[]): readonly Problem[] {
  const argument = "nodes.instanceTypes";
  if (types.length === 0 || types.length > 20) {
    return [{ argument, value: types, allowed: "1 to 20 instance types", change: "Leave it out for m7g.large" }];
  }
  const unknown = types.flatMap((type, index) => /^[a-z]+\d+[a-z-]*\.[a-z0-9-]+$/u.test(type) ? [] : [{
    argument: `${argument}[${String(index)}]`, value: type, allowed: "an EC2 instance type", change: "Name one such as m7g.large",
  }]);
  return unknown.length > 0 || types.every(isArm) || !types.some(isArm) ? unknown : [{
    argument, value: types, allowed: "types of one processor architecture, as a group has one image", change: "Take Graviton types (m7g) or others (m7i), not both",
  }];
}

function sizeProblems({ minSize, maxSize, desiredSize, diskGib }: NodeSettings): readonly Problem[] {
  const limits = [...outside("minSize", minSize, 2, 450), ...outside("maxSize", maxSize, 2, 450), ...outside("diskGib", diskGib, 20, 16_384)];
  if (limits.length > 0) {
    return limits;
  }
  return maxSize < minSize
    ? [{ argument: "nodes.maxSize", value: maxSize, allowed: `at least nodes.minSize (${String(minSize)})`, change: "Raise it" }]
    : outside("desiredSize", desiredSize, minSize, maxSize);
}

function outside(argument: string, value: number, low: number, high: number): readonly Problem[] {
  return Number.isInteger(value) && value >= low && value <= high ? [] : [{
    argument: `nodes.${argument}`, value, allowed: `a whole number from ${String(low)} to ${String(high)}`, change: "Give one within",
  }];
}
