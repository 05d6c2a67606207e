import { NetworkAcl } from "@pulumi/aws/ec2/networkAcl.js";
import type * as pulumi from "@pulumi/pulumi";
import type { AclEntry, TierAcl } from "./acl-plan.ts";

/** Creates one network ACL for each tier and puts the tier's subnets under it. */
export function createAcls(
  parent: pulumi.Resource, name: string, prefix: string, vpcId: pulumi.Input<string>,
  acls: Readonly<Record<"public" | "private" | "isolated", TierAcl>>,
  subnets: Readonly<Record<"publicSubnetIds" | "privateSubnetIds" | "isolatedSubnetIds", readonly pulumi.Input<string>[]>>,
): void {
  for (const tier of ["public", "private", "isolated"] as const) {
    new NetworkAcl(`${name}-${tier}`, {
      vpcId,
      subnetIds: [...subnets[`${tier}SubnetIds`]],
      ingress: acls[tier].ingress.map(entryArgs),
      egress: acls[tier].egress.map(entryArgs),
      tags: { Name: `${prefix}-${tier}` },
    }, { parent });
  }
}

function entryArgs({ number, action, protocol, fromPort, toPort, cidr }: AclEntry) {
  return { ruleNo: number, action, protocol, fromPort, toPort, cidrBlock: cidr };
}
