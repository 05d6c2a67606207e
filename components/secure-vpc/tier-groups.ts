import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup.js";
import type { VpcEndpoint } from "@pulumi/aws/ec2/vpcEndpoint.js";
import { SecurityGroupEgressRule } from "@pulumi/aws/vpc/securityGroupEgressRule.js";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc/securityGroupIngressRule.js";
import type * as pulumi from "@pulumi/pulumi";
import { TIER_GROUPS, type TierGroup, type TierRule } from "./tier-rules.ts";

/** Security groups without a rule, one for each tier; the rules are resources of their own. */
export function createTierGroups(
  parent: pulumi.Resource, name: string, prefix: string, vpcId: pulumi.Input<string>,
): Readonly<Record<TierGroup, SecurityGroup>> {
  const create = (group: TierGroup): SecurityGroup => new SecurityGroup(`${name}-${group}`, {
    name: `${prefix}-${group}`,
    description: TIER_GROUPS[group],
    vpcId,
    // The rules of two tiers name each other's groups; a group goes only after the rules that name it.
    revokeRulesOnDelete: true,
    tags: { Name: `${prefix}-${group}` },
  }, { parent });
  return { web: create("web"), app: create("app"), db: create("db"), endpoints: create("endpoints") };
}

export function createTierRules(
  parent: pulumi.Resource, name: string, rules: readonly TierRule[],
  groups: Readonly<Record<TierGroup, SecurityGroup>>, gateways: Readonly<Record<"s3" | "dynamodb", VpcEndpoint>>,
): readonly pulumi.CustomResource[] {
  return rules.map(({ key, group, direction, port, peer, reason }) => {
    const args = {
      securityGroupId: groups[group].id,
      description: reason,
      ipProtocol: "tcp",
      fromPort: port,
      toPort: port,
      ...("cidr" in peer ? { cidrIpv4: peer.cidr } : {}),
      ...("group" in peer ? { referencedSecurityGroupId: groups[peer.group].id } : {}),
      ...("gateway" in peer ? { prefixListId: gateways[peer.gateway].prefixListId } : {}),
    };
    return direction === "ingress"
      ? new SecurityGroupIngressRule(`${name}-${key}`, args, { parent })
      : new SecurityGroupEgressRule(`${name}-${key}`, args, { parent });
  });
}
