import type * as ec2 from "@pulumi/aws/ec2/index.js";
import type { Cluster } from "@pulumi/eks/cluster.js";
import { ManagedNodeGroup } from "@pulumi/eks/managedNodeGroup.js";
import * as pulumi from "@pulumi/pulumi";
import type { ManagedRole } from "./cluster-roles.ts";
import type { KubernetesVersion } from "./kubernetes-versions.ts";
import { amiType, nodeGroupName, type NodeSettings } from "./node-settings.ts";

export interface Workers {
  readonly prefix: string;
  readonly version: KubernetesVersion;
  readonly settings: NodeSettings;
  readonly subnetIds: readonly pulumi.Input<string>[];
  readonly tags: Readonly<Record<string, string>>;
  /** Ids of what must exist before a node starts. */
  readonly needs: readonly pulumi.Input<string>[];
}

/** Creates the nodes, once they can join: their subnets' ids become known only after everything they need. */
export function createWorkers(
  parent: pulumi.Resource, name: string, { prefix, version, settings, subnetIds, tags, needs }: Workers, cluster: Cluster, role: ManagedRole, template: ec2.LaunchTemplate,
): ManagedNodeGroup {
  const ready = pulumi.all([role.ready, pulumi.all([...needs])]);
  const pinned: pulumi.ResourceTransform = ({ type, props, opts }) => type === "aws:eks/nodeGroup:NodeGroup"
    ? {
      // Nodes follow the cluster's version, one at a time; how many there are is the autoscaler's to say.
      props: { ...props, version, amiType: amiType(settings), updateConfig: { maxUnavailable: 1 }, nodeRepairConfig: { enabled: true } },
      opts: { ...opts, ignoreChanges: ["scalingConfig.desiredSize"] },
    }
    : undefined;
  return new ManagedNodeGroup(`${name}-workers`, {
    cluster,
    nodeGroupName: nodeGroupName(prefix, settings),
    nodeRole: role.role,
    subnetIds: subnetIds.map((subnetId) => pulumi.all([subnetId, ready]).apply(([id]) => id)),
    instanceTypes: [...settings.instanceTypes],
    capacityType: "ON_DEMAND",
    scalingConfig: { minSize: settings.minSize, maxSize: settings.maxSize, desiredSize: settings.desiredSize },
    launchTemplate: { id: template.id, version: template.latestVersion.apply(String) },
    tags: { ...tags },
  }, { parent, transforms: [pinned] });
}
