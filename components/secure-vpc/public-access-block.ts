import { VpcBlockPublicAccessExclusion } from "@pulumi/aws/ec2/vpcBlockPublicAccessExclusion.js";
import { VpcBlockPublicAccessOptions } from "@pulumi/aws/ec2/vpcBlockPublicAccessOptions.js";
import type * as pulumi from "@pulumi/pulumi";

/** What VPC Block Public Access does in the region, and which subnets it leaves alone. */
export interface PublicAccessPlan {
  /** `block-ingress` lets NAT gateways out and nobody in; `block-bidirectional` lets nothing through the internet gateway. */
  readonly mode: "block-ingress" | "block-bidirectional";
  /** Whether public subnets stay open, for load balancers that serve the internet. */
  readonly excludesPublicSubnets: boolean;
}

/**
 * The strictest mode under which the network still works. NAT gateways need no exclusion under
 * `block-ingress`, so that only a public web tier asks for one; without NAT gateways nothing needs
 * the internet gateway but that tier.
 */
export function publicAccessPlan(natGateways: number, allowedCidrs: readonly string[]): PublicAccessPlan {
  return { mode: natGateways === 0 ? "block-bidirectional" : "block-ingress", excludesPublicSubnets: allowedCidrs.length > 0 };
}

/** Cuts every VPC of the account's region off from internet gateways, whatever their routes say, except for what the plan leaves open. */
export function createPublicAccessBlock(
  parent: pulumi.Resource, name: string, prefix: string, plan: PublicAccessPlan, publicSubnetIds: readonly pulumi.Input<string>[],
): void {
  const exclusions = (plan.excludesPublicSubnets ? publicSubnetIds : []).map((subnetId, zone) => new VpcBlockPublicAccessExclusion(`${name}-public-${String(zone + 1)}`, {
    subnetId,
    internetGatewayExclusionMode: "allow-bidirectional",
    tags: { Name: `${prefix}-public-${String(zone + 1)}` },
  }, { parent }));
  // After the exclusions, so that the web tier is never cut off.
  new VpcBlockPublicAccessOptions(`${name}-public-access`, { internetGatewayBlockMode: plan.mode }, { parent, dependsOn: exclusions });
}
