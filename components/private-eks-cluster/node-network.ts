import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup.js";
import { SecurityGroupEgressRule } from "@pulumi/aws/vpc/securityGroupEgressRule.js";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc/securityGroupIngressRule.js";
import type * as pulumi from "@pulumi/pulumi";
import { NODE_RULES, type NodePeer } from "./node-rules.ts";

/** The nodes' own group, without a rule; the rules are resources of their own. */
export function createNodeSecurityGroup(parent: pulumi.Resource, name: string, prefix: string, vpcId: pulumi.Input<string>): SecurityGroup {
  return new SecurityGroup(`${name}-nodes`, {
    name: `${prefix}-nodes`,
    description: "Nodes of the cluster: the control plane and each other",
    vpcId,
    revokeRulesOnDelete: true,
    tags: { Name: `${prefix}-nodes` },
  }, { parent });
}

/**
 * Rules between nodes and control plane, and the private endpoint's other callers. The control
 * plane's group is the one EKS makes; apart from these rules it admits its own members only.
 */
export function createNodeRules(
  parent: pulumi.Resource, name: string, groupIds: Readonly<Record<NodePeer, pulumi.Input<string>>>, apiClients: Readonly<Record<string, pulumi.Input<string>>>,
): readonly pulumi.CustomResource[] {
  const rules = NODE_RULES.map(({ key, group, direction, protocol, fromPort, toPort, peer, reason }) => {
    const args = { securityGroupId: groupIds[group], referencedSecurityGroupId: groupIds[peer], ipProtocol: protocol, fromPort, toPort, description: reason };
    return direction === "ingress"
      ? new SecurityGroupIngressRule(`${name}-${key}`, args, { parent })
      : new SecurityGroupEgressRule(`${name}-${key}`, args, { parent });
  });
  const clients = Object.entries(apiClients).map(([client, securityGroupId]) => new SecurityGroupIngressRule(`${name}-api-from-${client}`, {
    securityGroupId: groupIds.controlPlane,
    referencedSecurityGroupId: securityGroupId,
    ipProtocol: "tcp",
    fromPort: 443,
    toPort: 443,
    description: `Kubernetes API, called by ${client}`,
  }, { parent }));
  return [...rules, ...clients];
}
