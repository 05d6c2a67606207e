import type { LaunchTemplate } from "@pulumi/aws/ec2/launchTemplate.js";
import type { NodeGroup } from "@pulumi/aws/eks/nodeGroup.js";
import type { Cluster } from "@pulumi/eks/cluster.js";
import { ManagedNodeGroup } from "@pulumi/eks/managedNodeGroup.js";
import * as pulumi from "@pulumi/pulumi";
import type { ManagedRole } from "./cluster-roles.ts";
import type { KubernetesVersion } from "./kubernetes-versions.ts";
import { type NodeGroupPlan, nodeGroupName } from "./node-groups.ts";
import { amiType } from "./node-settings.ts";
import { createNodeTemplate } from "./node-template.ts";

export interface Workers {
  readonly prefix: string;
  readonly version: KubernetesVersion;
  /** Tags of what Auto Scaling starts. */
  readonly tags: Readonly<Record<string, string>>;
  readonly volumeKeyArn: pulumi.Input<string>;
  readonly securityGroupIds: readonly pulumi.Input<string>[];
  /** Ids of what must exist before a node starts. */
  readonly needs: readonly pulumi.Input<string>[];
}

/** Creates every group with a launch template of its own; by the groups' names. */
export function createNodeGroups(
  parent: pulumi.Resource, name: string, groups: readonly NodeGroupPlan[], workers: Workers, cluster: Cluster, role: ManagedRole,
): Readonly<Record<string, pulumi.Output<NodeGroup>>> {
  return Object.fromEntries(groups.map((group) => {
    const template = createNodeTemplate(parent, name, { ...workers, group: group.name, diskGib: group.settings.diskGib });
    return [group.name, createNodeGroup(parent, name, group, workers, cluster, role, template).nodeGroup];
  }));
}

/** Creates the nodes of one group, once they can join: their subnets' ids become known only after everything they need. */
function createNodeGroup(
  parent: pulumi.Resource, name: string, group: NodeGroupPlan, { prefix, version, tags, needs }: Workers, cluster: Cluster, role: ManagedRole, template: LaunchTemplate,
): ManagedNodeGroup {
  const { settings, capacityType, labels, taints } = group;
  const ready = pulumi.all([role.ready, pulumi.all([...needs])]);
  const pinned: pulumi.ResourceTransform = ({ type, props, opts }) => type === "aws:eks/nodeGroup:NodeGroup"
    ? {
      // Nodes follow the cluster's version, one at a time; how many there are is the autoscaler's to say.
      props: { ...props, version, amiType: amiType(settings), updateConfig: { maxUnavailable: 1 }, nodeRepairConfig: { enabled: true } },
      opts: { ...opts, ignoreChanges: ["scalingConfig.desiredSize"] },
    }
    : undefined;
  return new ManagedNodeGroup(`${name}-${group.name}`, {
    cluster,
    nodeGroupName: nodeGroupName(prefix, group),
    nodeRole: role.role,
    subnetIds: group.subnetIds.map((subnetId) => pulumi.all([subnetId, ready]).apply(([id]) => id)),
    instanceTypes: [...settings.instanceTypes],
    capacityType,
    scalingConfig: { minSize: settings.minSize, maxSize: settings.maxSize, desiredSize: settings.desiredSize },
    launchTemplate: { id: template.id, version: template.latestVersion.apply(String) },
    ...(Object.keys(labels).length === 0 ? {} : { labels: { ...labels } }),
    ...(taints.length === 0 ? {} : { taints: taints.map((taint) => ({ ...taint })) }),
    tags: { ...tags },
  }, { parent, transforms: [pinned] });
}
