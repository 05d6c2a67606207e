import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup.js";
import { getPrefixListOutput } from "@pulumi/aws/ec2/getPrefixList.js";
import { SecurityGroupEgressRule } from "@pulumi/aws/vpc/securityGroupEgressRule.js";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc/securityGroupIngressRule.js";
import type * as pulumi from "@pulumi/pulumi";
import type { AccessHostArgs } from "./access-host.ts";
import { hostNames } from "./host-names.ts";

/** The host's network: its group, and everything that must be open before it starts. */
export interface HostNetwork {
  readonly group: SecurityGroup;
  readonly rules: readonly pulumi.Resource[];
}

/**
 * The host's own group: nothing comes in unless SSH was asked for, and only HTTPS leaves, to the
 * VPC's endpoints, to S3 through its gateway and to the cluster's private endpoint.
 */
export function createNetwork(parent: pulumi.Resource, name: string, args: AccessHostArgs): HostNetwork {
  const { deployment, vpcId, endpointSecurityGroupId, clusterSecurityGroupId, sshCidrs } = args;
  const { host } = hostNames(deployment);
  const group = new SecurityGroup(`${name}-group`, {
    name: host, description: "Access host: sessions through Systems Manager", vpcId, revokeRulesOnDelete: true, tags: { Name: host },
  }, { parent });
  const options = { parent };
  const https = { ipProtocol: "tcp", fromPort: 443, toPort: 443 };
  const gateway = getPrefixListOutput({ name: `com.amazonaws.${deployment.region}.s3` }, options);
  const peers = [["endpoints", "AWS services through interface endpoints", endpointSecurityGroupId],
    ...(clusterSecurityGroupId === undefined ? [] : [["cluster", "Tunnels to the private endpoint of the cluster", clusterSecurityGroupId] as const])] as const;
  return {
    group,
    rules: [
      ...peers.flatMap(([peer, description, peerGroupId]) => [
        new SecurityGroupEgressRule(`${name}-to-${peer}`, { securityGroupId: group.id, description, referencedSecurityGroupId: peerGroupId, ...https }, options),
        new SecurityGroupIngressRule(`${name}-into-${peer}`, { securityGroupId: peerGroupId, description: "HTTPS from the access host", referencedSecurityGroupId: group.id, ...https }, options),
      ]),
      new SecurityGroupEgressRule(`${name}-to-s3`, { securityGroupId: group.id, description: "Recordings and packages, through the gateway endpoint of S3", prefixListId: gateway.id, ...https }, options),
      ...(sshCidrs ?? []).map((cidr) => new SecurityGroupIngressRule(`${name}-ssh-from-${cidr.replaceAll(/[./]/gu, "-")}`, {
        securityGroupId: group.id, description: "SSH from named addresses (S4-101)", ipProtocol: "tcp", fromPort: 22, toPort: 22, cidrIpv4: cidr,
      }, options)),
    ],
  };
}
