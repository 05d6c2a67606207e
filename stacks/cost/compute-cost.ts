import type { PlatformConfig } from "../config.ts";
import { type CostItem, instances, priced, vcpus } from "./cost-item.ts";
import { logs } from "./log-cost.ts";

/** Nodes as they run when nothing is scaled: those that every cluster has, and the fewest of each further group. */
export interface RunningNodes {
  readonly name: string;
  /** The first of its types, which the group takes while AWS has it. */
  readonly type: string;
  readonly nodes: number;
  readonly spot: boolean;
  readonly diskGiB: number;
}

/** GiB of a node's volume where the configuration says nothing. */
const GROUP_DISK_GIB = 50;
/** Millions of observations that Container Insights makes of a node and its pods each month. */
const OBSERVATIONS_PER_NODE = 100;
/** The operators' host, where the configuration says nothing else: a t4g.micro with a volume of its own, watched by the minute. */
export const ACCESS_HOST = { type: "t4g.micro", diskGiB: 10, detailedMetrics: 7 } as const;

export function runningNodes({ cluster: { nodes, nodeGroups } }: PlatformConfig): readonly RunningNodes[] {
  return [
    { name: "nodes", type: nodes.instanceTypes[0] ?? "", nodes: nodes.desired, spot: false, diskGiB: nodes.diskGiB },
    ...nodeGroups.map(({ name, instanceTypes, minimum, desired, diskGiB, spot }) => ({ name: `nodes of ${name}`, type: instanceTypes[0] ?? "", nodes: desired ?? minimum, spot, diskGiB: diskGiB ?? GROUP_DISK_GIB })),
  ];
}

/** Cluster, nodes, their volumes and what they write. */
export function clusterCost(config: PlatformConfig): readonly CostItem[] {
  const groups = runningNodes(config);
  return [priced("control plane", 1, "eksControlPlane"), ...groups.flatMap(nodeCost), ...logs("logs", config.load.logGB, config.logs.retentionDays)];
}

/** A group of nodes with its volumes and its metrics. */
export function nodeCost({ name, type, nodes, spot, diskGiB }: RunningNodes): readonly CostItem[] {
  return [instances(name, type, nodes, spot), priced(`volumes of ${name}`, nodes * diskGiB, "gp3Volume"), priced(`observations of ${name}`, nodes * OBSERVATIONS_PER_NODE, "observations")];
}

/** The operators' host; recordings of sessions are too small to count. */
export function accessHostCost({ accessHost }: PlatformConfig): readonly CostItem[] {
  const { diskGiB, detailedMetrics } = ACCESS_HOST;
  const type = accessHost.instanceType ?? ACCESS_HOST.type;
  return [instances("host", type, 1), priced("its volume", diskGiB, "gp3Volume"), priced("its metrics by the minute", detailedMetrics, "metric")];
}

/** Virtual processors on which GuardDuty's agent runs. */
export function watchedVcpus(config: PlatformConfig): number {
  const host = config.accessHost.enabled ? vcpus(config.accessHost.instanceType ?? ACCESS_HOST.type) : 0;
  return runningNodes(config).reduce((sum, { type, nodes }) => sum + nodes * vcpus(type), host);
}
