import { Addon } from "@pulumi/aws/eks/addon.js";
import * as pulumi from "@pulumi/pulumi";
import { backedUp } from "../lib/backup-tag.ts";
import { classified, DataClassification } from "../lib/data-classification.ts";
import type { Deployment } from "../lib/deployment.ts";
import { createVolumeKeyPolicy } from "./cluster-roles.ts";
import type { AddonVersions } from "./kubernetes-versions.ts";
import { podNetwork } from "./pod-network.ts";
import type { PrivateEksClusterArgs } from "./private-eks-cluster-args.ts";
import { createAgentPolicy, OBSERVABILITY_SETTINGS } from "./workload-logs.ts";
import { createWorkloadRole } from "./workload-identity.ts";

/** Where add-ons are installed. */
export interface AddonPlace {
  readonly deployment: Deployment;
  readonly clusterName: pulumi.Input<string>;
  readonly versions: AddonVersions;
}

/** What the agents need of the cluster's arguments. */
export interface AgentNeeds {
  /** @default none */
  readonly podSubnetIds?: readonly pulumi.Input<string>[];
  /**
   * Known once GuardDuty watches the runtime.
   * @default no agent of GuardDuty
   */
  readonly guardDutyDetectorId?: pulumi.Input<string>;
}

/** What the EBS driver needs of the cluster's arguments. */
export type VolumeNeeds = Pick<PrivateEksClusterArgs, "volumeKeyAlias" | "nodeTags">;

/**
 * Installs what a node needs to take pods: the agent that hands credentials to pods, the network
 * plugin under a role of its own (rights over network interfaces are not every process's on a node),
 * and GuardDuty's agent. They run on each node there is, so none has to be there.
 * @returns what must exist before the first node starts
 */
export function createNodeAgents(parent: pulumi.Resource, name: string, place: AddonPlace, { podSubnetIds = [], guardDutyDetectorId }: AgentNeeds): readonly pulumi.CustomResource[] {
  const { deployment, clusterName, versions } = place;
  const agent = createAddon(parent, name, place, { addonName: "eks-pod-identity-agent", addonVersion: versions.podIdentityAgent });
  const plugin = createWorkloadRole(parent, name, deployment, clusterName, {
    name: "vpc-cni", namespace: "kube-system", serviceAccount: "aws-node", policyArns: [],
  }, [{ policy: "AmazonEKS_CNI_Policy", reason: "the plugin gives pods addresses of the VPC, on network interfaces that it adds to nodes" }]);
  const network = createAddon(parent, name, place, {
    addonName: "vpc-cni", addonVersion: versions.vpcCni, configurationValues: podNetwork(podSubnetIds.length > 0), preserve: true, waitFor: [plugin.association],
  });
  return [agent, plugin.association, network, ...(guardDutyDetectorId === undefined ? [] : [
    createAddon(parent, name, place, { addonName: "aws-guardduty-agent", addonVersion: versions.guardDutyAgent, waitFor: known(guardDutyDetectorId) }),
  ])];
}

/**
 * Gives the add-ons that run on some node their roles, and installs them once there are nodes: EKS
 * takes one that finds no place for failed. Until then EKS's own copy of CoreDNS waits for nodes.
 */
export function createWorkloadAddons(
  parent: pulumi.Resource, name: string, place: AddonPlace, { volumeKeyAlias, nodeTags }: VolumeNeeds, nodes: pulumi.Input<pulumi.Resource> | undefined,
): void {
  const { deployment, clusterName, versions } = place;
  const volumeKey = createVolumeKeyPolicy(parent, name, deployment, volumeKeyAlias);
  const volumes = createWorkloadRole(parent, name, deployment, clusterName, {
    name: "ebs-csi", namespace: "kube-system", serviceAccount: "ebs-csi-controller-sa",
    policyArns: [...volumeKey.arns],
  }, [{ policy: "service-role/AmazonEBSCSIDriverPolicy", reason: "the driver creates, attaches, snapshots and deletes the volumes that pods claim" }, ...volumeKey.wider]);
  const agent = createAgentPolicy(parent, name, deployment);
  const observability = createWorkloadRole(parent, name, deployment, clusterName, {
    name: "cloudwatch", namespace: "amazon-cloudwatch", serviceAccount: "cloudwatch-agent", policyArns: [...agent.arns],
  }, agent.wider);
  if (nodes === undefined) {
    return;
  }
  createAddon(parent, name, place, { addonName: "coredns", addonVersion: versions.coredns, preserve: true, waitFor: [nodes] });
  createAddon(parent, name, place, {
    addonName: "aws-ebs-csi-driver", addonVersion: versions.ebsCsiDriver, configurationValues: volumeSettings(deployment, nodeTags), waitFor: [nodes, volumes.association],
  });
  createAddon(parent, name, place, {
    addonName: "amazon-cloudwatch-observability", addonVersion: versions.cloudWatchObservability, configurationValues: OBSERVABILITY_SETTINGS,
    waitFor: [nodes, observability.association],
  });
}

/** Volumes that pods claim hold patients' data, and the backup plan takes them by their tag (S1-76, S5-17). */
function volumeSettings(deployment: Deployment, tags: Readonly<Record<string, string>>): string {
  return JSON.stringify({ controller: { extraVolumeTags: classified(DataClassification.Phi, { ...tags, ...backedUp(deployment) }) } });
}

interface AddonSettings {
  readonly addonName: string;
  readonly addonVersion: string;
  readonly configurationValues?: string;
  /** Leaves the software running when the add-on is taken off: without it pods lose network and names. */
  readonly preserve?: boolean;
  readonly waitFor?: pulumi.Input<pulumi.Input<pulumi.Resource>[]>;
}

function createAddon(parent: pulumi.Resource, name: string, { clusterName }: AddonPlace, { waitFor, ...settings }: AddonSettings): Addon {
  return new Addon(`${name}-${settings.addonName}`, {
    clusterName,
    ...settings,
    resolveConflictsOnCreate: "OVERWRITE",
    resolveConflictsOnUpdate: "OVERWRITE",
  }, { parent, ...(waitFor === undefined ? {} : { dependsOn: waitFor }) });
}

/** Nothing, once the value is known: whoever depends on it waits for what the value comes from. */
function known(value: pulumi.Input<string>): pulumi.Output<pulumi.Resource[]> {
  return pulumi.output(value).apply(() => []);
}
