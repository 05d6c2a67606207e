import * as ec2 from "@pulumi/aws/ec2/index.js";
import * as vpc from "@pulumi/aws/vpc/index.js";
import type * as pulumi from "@pulumi/pulumi";
import { TIER_GROUPS, type TierGroup, type TierRule } from "./tier-rules.ts";

/** Security groups without a rule, one for each tier; the rules are resources of their own. */
export function createTierGroups(
  parent: pulumi.Resource, name: string, prefix: string, vpcId: pulumi.Input<string>,
): Readonly<Record<TierGroup, ec2.SecurityGroup>> {
  const create = (group: TierGroup): ec2.SecurityGroup => new ec2.SecurityGroup(`${name}-${group}`, {
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
  groups: Readonly<Record<TierGroup, ec2.SecurityGroup>>, gateways: Readonly<Record<"s3" | "dynamodb", ec2.VpcEndpoint>>,
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
      ? new vpc.SecurityGroupIngressRule(`${name}-${key}`, args, { parent })
      : new vpc.SecurityGroupEgressRule(`${name}-${key}`, args, { parent });
  });
}
