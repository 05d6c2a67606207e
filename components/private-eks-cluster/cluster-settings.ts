import { closedSetProblems } from "../lib/closed-set.ts";
import { logRetentionProblems } from "../lib/log-retention.ts";
import type { Problem } from "../lib/problems.ts";
import { accessProblems } from "./cluster-access.ts";
import { KubernetesVersion } from "./kubernetes-versions.ts";
import { type NodeGroupPlan, planNodeGroups } from "./node-groups.ts";
import type { PrivateEksClusterArgs } from "./private-eks-cluster-args.ts";
import { workloadProblems } from "./workload-identity.ts";

/** A year (S4-102). */
const RETENTION_DAYS = 365;

/** The arguments with everything filled in, and the groups that follow from them. */
export interface ClusterSettings {
  readonly version: KubernetesVersion;
  readonly groups: readonly NodeGroupPlan[];
  readonly standby: boolean;
  readonly logRetentionDays: number;
}

/** Fills the arguments in and collects what is wrong with them; the settings are meaningful only when nothing is. */
export function clusterSettings(args: PrivateEksClusterArgs): { readonly settings: ClusterSettings; readonly problems: readonly Problem[] } {
  const version = args.kubernetesVersion ?? KubernetesVersion.V1_36;
  const standby = args.standby ?? false;
  const logRetentionDays = args.logRetentionDays ?? RETENTION_DAYS;
  const { groups, problems } = planNodeGroups({ nodes: args.nodes ?? {}, nodeGroups: args.nodeGroups ?? [], nodeSubnetIds: args.nodeSubnetIds, standby });
  return {
    settings: { version, groups, standby, logRetentionDays },
    problems: [
      ...zoneProblems("subnetIds", args.subnetIds),
      ...zoneProblems("nodeSubnetIds", args.nodeSubnetIds),
      ...podSubnetProblems(args),
      ...closedSetProblems("kubernetesVersion", version, KubernetesVersion),
      ...accessProblems(args.access ?? []),
      ...workloadProblems(args.workloads ?? []),
      ...logRetentionProblems("logRetentionDays", logRetentionDays),
      ...(args.volumeKeyAlias.startsWith("alias/") ? [] : [{
        argument: "volumeKeyAlias", value: args.volumeKeyAlias, allowed: "an alias of KMS, which starts with alias/", change: "Give the alias of the key in volumeKeyArn",
      }]),
      ...problems,
    ],
  };
}

function zoneProblems(argument: string, subnetIds: readonly unknown[]): readonly Problem[] {
  return subnetIds.length >= 2 ? [] : [{
    argument, value: `${String(subnetIds.length)} subnets`, allowed: "subnets in two zones or more", change: "Give one for each zone",
  }];
}

/** A node in a zone without one would start no pod. */
function podSubnetProblems({ podSubnetIds = [], nodeSubnetIds }: PrivateEksClusterArgs): readonly Problem[] {
  return podSubnetIds.length === 0 || podSubnetIds.length >= nodeSubnetIds.length ? [] : [{
    argument: "podSubnetIds", value: `${String(podSubnetIds.length)} subnets`, allowed: `one for each zone of nodeSubnetIds (${String(nodeSubnetIds.length)}), or none`,
    change: "Give one for each zone",
  }];
}
