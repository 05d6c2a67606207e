import type { Problem } from "../lib/problems.ts";

/** The nodes that every cluster has: on demand, open to every pod that names no other group. */
export interface NodePoolArgs {
  /**
   * Instance types, all of one processor architecture, in order of preference.
   * @default ["m7g.large"]
   */
  readonly instanceTypes?: string[];
  /**
   * Fewest nodes, at least 2 so that one may fail. Another number makes a new group, which stands
   * before the old one goes: EKS takes no minimum above the number of nodes that run.
   * @default 2
   */
  readonly minSize?: number;
  /**
   * Most nodes, at most 450. Refresh the stack before a change, so that EKS is told how many nodes
   * run now.
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

/** Where settings come from, for messages, and how few nodes are allowed. */
export interface NodeRequirement {
  /** Path of the argument, such as `nodeGroups[0]`. */
  readonly argument: string;
  readonly fewest: number;
}

const EVERY_CLUSTER: NodeRequirement = { argument: "nodes", fewest: 2 };

export function nodeSettings(args: NodePoolArgs, requirement: NodeRequirement = EVERY_CLUSTER): { readonly settings: NodeSettings; readonly problems: readonly Problem[] } {
  const minSize = args.minSize ?? requirement.fewest;
  const settings = {
    instanceTypes: args.instanceTypes ?? ["m7g.large"],
    minSize,
    maxSize: args.maxSize ?? 6,
    desiredSize: args.desiredSize ?? minSize,
    diskGib: args.diskGib ?? 50,
  };
  return { settings, problems: [...typeProblems(settings.instanceTypes, requirement), ...sizeProblems(settings, requirement)] };
}

/** Image that fits the processors of the instance types. */
export function amiType({ instanceTypes }: Pick<NodeSettings, "instanceTypes">): string {
  return instanceTypes.every(isArm) ? "AL2023_ARM_64_STANDARD" : "AL2023_x86_64_STANDARD";
}

/** Graviton families have a `g` right after the generation: m7g, c6gn, r8gd. */
function isArm(instanceType: string): boolean {
  return /^[a-z]+\d+g/u.test(instanceType);
}

function typeProblems(types: readonly string[], requirement: NodeRequirement): readonly Problem[] {
  const argument = `${requirement.argument}.instanceTypes`;
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

function sizeProblems({ minSize, maxSize, desiredSize, diskGib }: NodeSettings, { argument, fewest }: NodeRequirement): readonly Problem[] {
  const limits = [
    ...outside(`${argument}.minSize`, minSize, fewest, 450),
    ...outside(`${argument}.maxSize`, maxSize, Math.max(fewest, 1), 450),
    ...outside(`${argument}.diskGib`, diskGib, 20, 16_384),
  ];
  if (limits.length > 0) {
    return limits;
  }
  return maxSize < minSize
    ? [{ argument: `${argument}.maxSize`, value: maxSize, allowed: `at least ${argument}.minSize (${String(minSize)})`, change: "Raise it" }]
    : outside(`${argument}.desiredSize`, desiredSize, minSize, maxSize);
}

function outside(argument: string, value: number, low: number, high: number): readonly Problem[] {
  return Number.isInteger(value) && value >= low && value <= high ? [] : [{
    argument, value, allowed: `a whole number from ${String(low)} to ${String(high)}`, change: "Give one within",
  }];
}
