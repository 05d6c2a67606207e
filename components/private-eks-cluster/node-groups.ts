import type * as pulumi from "@pulumi/pulumi";
import { closedSetProblems } from "../lib/closed-set.ts";
import type { Problem } from "../lib/problems.ts";
import { labelProblems, type NodeTaint, repels, taintProblems } from "./node-placement.ts";
import { amiType, type NodePoolArgs, type NodeSettings, nodeSettings } from "./node-settings.ts";

/** How nodes are bought. */
export const CapacityType = {
  OnDemand: "ON_DEMAND",
  /** Spare capacity, cheaper, which AWS takes back with two minutes' notice. */
  Spot: "SPOT",
} as const;
export type CapacityType = (typeof CapacityType)[keyof typeof CapacityType];

/** Nodes beside those that every cluster has, for workloads that need others. */
export interface NodeGroupArgs {
  /** Part of the group's name: 1 to 25 of a-z, 0-9 and single `-`; never `workers`. */
  readonly name: string;
  /**
   * Instance types, all of one processor architecture, in order of preference.
   * @default ["m7g.large"]
   */
  readonly instanceTypes?: string[];
  /**
   * Fewest nodes. Another number makes a new group, which stands before the old one goes.
   * @default 0
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
  /**
   * Spot is for a stateless group with a taint that keeps other pods away.
   * @default CapacityType.OnDemand
   */
  readonly capacityType?: CapacityType;
  /**
   * Whether every pod of the group may be lost at any moment without loss of data.
   * @default false
   */
  readonly stateless?: boolean;
  /**
   * Labels by which pods choose the group.
   * @default none
   */
  readonly labels?: Record<string, string>;
  /**
   * Keeps away pods that do not tolerate them.
   * @default none
   */
  readonly taints?: NodeTaint[];
  /**
   * Private subnets, as `nodeSubnetIds`; one alone where volumes tie the pods to a zone.
   * @default nodeSubnetIds
   */
  readonly subnetIds?: pulumi.Input<string>[];
}

/** One group as it will be made. */
export interface NodeGroupPlan {
  readonly name: string;
  readonly settings: NodeSettings;
  readonly capacityType: CapacityType;
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly NodeTaint[];
  readonly subnetIds: readonly pulumi.Input<string>[];
}

/** The group that every cluster has. */
export const MAIN_GROUP = "workers";

/** What the plan follows from. */
export interface NodeGroupRequest {
  readonly nodes: NodePoolArgs;
  readonly nodeGroups: readonly NodeGroupArgs[];
  readonly nodeSubnetIds: readonly pulumi.Input<string>[];
  /** Groups are made without a node; their sizes hold once it is taken off. */
  readonly standby: boolean;
}

/** Plans every group, and collects what is wrong with them; the plan is meaningful only when nothing is. */
export function planNodeGroups({ nodes, nodeGroups, nodeSubnetIds, standby }: NodeGroupRequest): { readonly groups: readonly NodeGroupPlan[]; readonly problems: readonly Problem[] } {
  const main = nodeSettings(nodes);
  const others = nodeGroups.map((group, index) => nodeSettings(group, { argument: `nodeGroups[${String(index)}]`, fewest: 0 }));
  const sized = (settings: NodeSettings): NodeSettings => standby ? { ...settings, minSize: 0, desiredSize: 0 } : settings;
  return {
    groups: [
      { name: MAIN_GROUP, settings: sized(main.settings), capacityType: CapacityType.OnDemand, labels: {}, taints: [], subnetIds: nodeSubnetIds },
      ...nodeGroups.flatMap(({ name, capacityType, labels, taints, subnetIds }, index) => others.slice(index, index + 1).map(({ settings }) => ({
        name, settings: sized(settings), capacityType: capacityType ?? CapacityType.OnDemand, labels: labels ?? {}, taints: taints ?? [], subnetIds: subnetIds ?? nodeSubnetIds,
      }))),
    ],
    problems: [...main.problems, ...nodeGroups.flatMap((group, index) => [...groupProblems(group, index, nodeGroups), ...others.slice(index, index + 1).flatMap(({ problems }) => problems)])],
  };
}

/**
 * Name of a node group. EKS replaces a group for other instance types, another image, capacity or
 * number of subnets, and refuses a minimum above the nodes that run; the name changes with them, so
 * that the new group stands before the old one goes.
 */
export function nodeGroupName(prefix: string, { name, settings, capacityType, subnetIds }: NodeGroupPlan): string {
  const replaced = [...settings.instanceTypes, amiType(settings), capacityType, String(settings.minSize), String(subnetIds.length)];
  return `${prefix}-${name}-${fingerprint(replaced.join(" "))}`;
}

/** Eight hexadecimal digits that differ for different text (FNV-1a); nobody is kept from forging them. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, "0");
}

function groupProblems(group: NodeGroupArgs, index: number, groups: readonly NodeGroupArgs[]): readonly Problem[] {
  const argument = `nodeGroups[${String(index)}]`;
  const capacityType = group.capacityType ?? CapacityType.OnDemand;
  const names = [MAIN_GROUP, ...groups.map(({ name }) => name)];
  return [
    ...problemWhen(!/^(?=.{1,25}$)[a-z0-9]+(-[a-z0-9]+)*$/u.test(group.name), `${argument}.name`, group.name, "1 to 25 of a-z, 0-9 and single -", "Rename it"),
    ...problemWhen(names.indexOf(group.name) !== index + 1, `${argument}.name`, group.name, `a name that no other group has; ${MAIN_GROUP} is the group of nodes`, "Rename one of the two"),
    ...closedSetProblems(`${argument}.capacityType`, capacityType, CapacityType),
    ...problemWhen(capacityType === CapacityType.Spot && group.stateless !== true, `${argument}.stateless`, group.stateless ?? false,
      "true for spot capacity, which AWS takes back with two minutes' notice", "Run what keeps data on demand"),
    ...problemWhen(capacityType === CapacityType.Spot && !(group.taints ?? []).some(repels), `${argument}.taints`, group.taints ?? [],
      "a taint NO_SCHEDULE or NO_EXECUTE for spot capacity, so that only pods that tolerate the loss get there", "Add one, and tolerate it in the stateless workloads"),
    ...problemWhen(group.subnetIds?.length === 0, `${argument}.subnetIds`, [], "at least one private subnet", "Leave it out for nodeSubnetIds"),
    ...labelProblems(`${argument}.labels`, group.labels ?? {}),
    ...taintProblems(`${argument}.taints`, group.taints ?? []),
  ];
}

function problemWhen(refused: boolean, argument: string, value: unknown, allowed: string, change: string): readonly Problem[] {
  return refused ? [{ argument, value, allowed, change }] : [];
}
