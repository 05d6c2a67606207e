import { Addon } from "@pulumi/aws/eks/addon.js";
import type * as pulumi from "@pulumi/pulumi";
import { awsManagedPolicyArn, type Deployment } from "../lib/deployment.ts";
import { createVolumeKeyPolicy } from "./cluster-roles.ts";
import type { AddonVersions } from "./kubernetes-versions.ts";
import { createWorkloadRole } from "./workload-identity.ts";

/** Where add-ons are installed. */
export interface AddonPlace {
  readonly deployment: Deployment;
  readonly clusterName: pulumi.Input<string>;
  readonly versions: AddonVersions;
}

/**
 * Installs the agent that hands credentials to pods, and gives the network plugin its role: rights
 * over network interfaces belong to the plugin, not to every process on a node.
 * @returns what must exist before the first node starts
 */
export function createPodIdentity(parent: pulumi.Resource, name: string, { deployment, clusterName, versions }: AddonPlace): readonly pulumi.CustomResource[] {
  const agent = createAddon(parent, name, clusterName, "eks-pod-identity-agent", versions.podIdentityAgent);
  const plugin = createWorkloadRole(parent, name, deployment, clusterName, {
    name: "vpc-cni", namespace: "kube-system", serviceAccount: "aws-node", policyArns: [awsManagedPolicyArn(deployment, "AmazonEKS_CNI_Policy")],
  });
  return [agent, plugin.association];
}

/** Installs the driver for encrypted volumes; its controller needs nodes to run on. */
export function createVolumeDriver(parent: pulumi.Resource, name: string, { deployment, clusterName, versions }: AddonPlace, volumeKeyAlias: string, nodes: pulumi.Input<pulumi.Resource>): void {
  const keyPolicy = createVolumeKeyPolicy(parent, name, deployment, volumeKeyAlias);
  const driver = createWorkloadRole(parent, name, deployment, clusterName, {
    name: "ebs-csi", namespace: "kube-system", serviceAccount: "ebs-csi-controller-sa",
    policyArns: [awsManagedPolicyArn(deployment, "service-role/AmazonEBSCSIDriverPolicy"), keyPolicy.arn],
  });
  createAddon(parent, name, clusterName, "aws-ebs-csi-driver", versions.ebsCsiDriver, [nodes, driver.association]);
}

function createAddon(parent: pulumi.Resource, name: string, clusterName: pulumi.Input<string>, addonName: string, addonVersion: string, dependsOn: readonly pulumi.Input<pulumi.Resource>[] = []): Addon {
  return new Addon(`${name}-${addonName}`, {
    clusterName,
    addonName,
    addonVersion,
    resolveConflictsOnCreate: "OVERWRITE",
    resolveConflictsOnUpdate: "OVERWRITE",
  }, { parent, dependsOn: [...dependsOn] });
}
