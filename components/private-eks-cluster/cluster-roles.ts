import { Role } from "@pulumi/aws/iam/role.js";
import * as pulumi from "@pulumi/pulumi";
import { arnOf, type Deployment } from "../lib/deployment.ts";
import { attachManaged, type ManagedPolicy } from "../lib/managed-policy.ts";
import { type OwnPolicy, ownPolicy } from "../lib/own-policy.ts";
import { instanceTrust, policyDocument } from "../lib/policy-document.ts";

/** A role and what it is allowed; a resource that needs the permissions waits for `ready`. */
export interface ManagedRole {
  readonly role: Role;
  readonly ready: pulumi.Output<string[]>;
}

/** Role of the control plane (S5-09: the policy AWS maintains for it). */
export function createControlPlaneRole(parent: pulumi.Resource, name: string, deployment: Deployment): ManagedRole {
  const role = new Role(`${name}-control-plane`, {
    name: `${deployment.prefix}-eks-control-plane`,
    description: "Control plane of the cluster",
    assumeRolePolicy: policyDocument([{
      sid: "ControlPlane",
      reason: "only EKS, for this stack's cluster, may use the role",
      principals: { Service: ["eks.amazonaws.com"] },
      actions: ["sts:AssumeRole", "sts:TagSession"],
      conditions: {
        StringEquals: { "aws:SourceAccount": deployment.accountId },
        ArnEquals: { "aws:SourceArn": arnOf(deployment, "eks", `cluster/${deployment.prefix}`) },
      },
    }]),
  }, { parent });
  return withPolicies(parent, `${name}-control-plane`, deployment, role, [
    { policy: "AmazonEKSClusterPolicy", reason: "the control plane keeps network interfaces, load balancers and volumes of the cluster in step with Kubernetes" },
  ]);
}

/** Role of the nodes: join, pull images, be reached by Session Manager. What pods need is not the nodes' to give. */
export function createNodeRole(parent: pulumi.Resource, name: string, deployment: Deployment): ManagedRole {
  const role = new Role(`${name}-nodes`, {
    name: `${deployment.prefix}-eks-nodes`,
    description: "Nodes of the cluster",
    assumeRolePolicy: instanceTrust(),
  }, { parent });
  return withPolicies(parent, `${name}-nodes`, deployment, role, [
    { policy: "AmazonEKSWorkerNodePolicy", reason: "a node finds its cluster and describes itself to it" },
    { policy: "AmazonEC2ContainerRegistryPullOnly", reason: "a node pulls images, and pushes none" },
    { policy: "AmazonSSMManagedInstanceCore", reason: "a node is reached by Session Manager when it must be looked at; no port is open" },
  ]);
}

/** Lets the EBS driver use the volume key, which it names by alias as the key's ARN is not known before the key exists. */
export function createVolumeKeyPolicy(parent: pulumi.Resource, name: string, deployment: Deployment, volumeKeyAlias: string): OwnPolicy {
  const resources = [arnOf(deployment, "kms", "key/*")];
  const conditions = {
    "ForAnyValue:StringEquals": { "kms:ResourceAliases": volumeKeyAlias },
    StringEquals: { "kms:ViaService": `ec2.${deployment.region}.amazonaws.com` },
  };
  return ownPolicy(`${name}-volume-key`, {
    deployment,
    name: `${deployment.prefix}-ebs-volume-key`,
    description: "Use of the volume key by the EBS driver, through EC2",
    policy: policyDocument([{
      sid: "UseVolumeKey",
      reason: "volumes of stateful workloads are created and attached encrypted",
      actions: ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo"],
      resources,
      conditions,
    }, {
      sid: "GrantVolumeKey",
      reason: "an attached volume keeps a grant on the key while it is in use",
      actions: ["kms:CreateGrant"],
      resources,
      conditions: { ...conditions, Bool: { "kms:GrantIsForAWSResource": "true" } },
    }]),
  }, { parent });
}

function withPolicies(parent: pulumi.Resource, name: string, deployment: Deployment, role: Role, policies: readonly ManagedPolicy[]): ManagedRole {
  const attachments = policies.map((managed) => attachManaged(`${name}-${managed.policy}`, { deployment, role: role.name, ...managed }, { parent }));
  return { role, ready: pulumi.all(attachments.map(({ id }) => id)) };
}
