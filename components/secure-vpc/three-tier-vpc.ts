import { RouteTableAssociation } from "@pulumi/aws/ec2/routeTableAssociation.js";
import { Subnet } from "@pulumi/aws/ec2/subnet.js";
import { VpcIpv4CidrBlockAssociation } from "@pulumi/aws/ec2/vpcIpv4CidrBlockAssociation.js";
import { Vpc } from "@pulumi/awsx/ec2/vpc.js";
import * as pulumi from "@pulumi/pulumi";
import type { NetworkSettings } from "./network-settings.ts";
import { knowReferences } from "../lib/resource-references.ts";

/** How private subnets reach the internet. */
export const NatStrategy = {
  /** One gateway in each zone, so that the loss of a zone stays in the zone (S4-11). About 32 USD a month each. */
  OnePerAz: "OnePerAz",
  /** One gateway for all zones. */
  Single: "Single",
  /** None: workloads reach AWS through endpoints, and nothing else. */
  None: "None",
} as const;
export type NatStrategy = (typeof NatStrategy)[keyof typeof NatStrategy];

/** The parts that other resources attach to. Lists have one entry for each zone, even while the ids are unknown. */
export interface VpcParts {
  readonly vpcId: pulumi.Output<string>;
  readonly publicSubnetIds: pulumi.Output<string>[];
  readonly privateSubnetIds: pulumi.Output<string>[];
  readonly isolatedSubnetIds: pulumi.Output<string>[];
  readonly publicRouteTableIds: pulumi.Output<string>[];
  readonly privateRouteTableIds: pulumi.Output<string>[];
  readonly isolatedRouteTableIds: pulumi.Output<string>[];
  /** One for each NAT gateway. */
  readonly natGatewayIds: pulumi.Output<string>[];
  /** Ids of the private subnets' default routes; empty without NAT gateways. */
  readonly privateRouteIds: pulumi.Output<string>[];
}

/** Creates the VPC with its tiers. Nothing in it gets a public address by itself. */
export function createThreeTierVpc(parent: pulumi.Resource, name: string, { cidrBlock, podCidrBlock, zones, plan, natStrategy, natGateways }: NetworkSettings): VpcParts {
  knowReferences("ec2");
  // The VPC CNI would take addresses for pods here as well.
  const forNodesOnly = podCidrBlock === undefined ? {} : { "kubernetes.io/role/cni": "0" };
  const vpc = new Vpc(name, {
    cidrBlock,
    availabilityZoneNames: [...zones],
    // Without "Auto" the component ignores cidrBlocks; "Exact" refuses the gaps between the tiers.
    subnetStrategy: "Auto",
    subnetSpecs: [
      { type: "Public", cidrBlocks: [...plan.public], tags: { "kubernetes.io/role/elb": "1" } },
      { type: "Private", cidrBlocks: [...plan.private], tags: { "kubernetes.io/role/internal-elb": "1", ...forNodesOnly } },
      { type: "Isolated", cidrBlocks: [...plan.isolated] },
    ],
    natGateways: { strategy: natStrategy },
    enableDnsHostnames: true,
    enableDnsSupport: true,
  }, { parent, transforms: [withoutPublicAddresses, withRecordedException] });
  const ids = (resources: pulumi.Output<pulumi.CustomResource[]>, tier: string) => zones.map((_, zone) => idOf(resources, `${name}-${tier}-${String(zone + 1)}`));
  return {
    vpcId: idOf(vpc.vpc.apply((made) => [made]), name),
    publicSubnetIds: ids(vpc.subnets, "public"),
    privateSubnetIds: ids(vpc.subnets, "private"),
    isolatedSubnetIds: ids(vpc.subnets, "isolated"),
    publicRouteTableIds: ids(vpc.routeTables, "public"),
    privateRouteTableIds: ids(vpc.routeTables, "private"),
    isolatedRouteTableIds: ids(vpc.routeTables, "isolated"),
    natGatewayIds: zones.slice(0, natGateways).map((_, index) => idOf(vpc.natGateways, `${name}-${String(index + 1)}`)),
    privateRouteIds: natStrategy === NatStrategy.None ? [] : ids(vpc.routes, "private"),
  };
}

/**
 * Adds a range for pods: one subnet in each zone, with the routes of the zone's private subnet.
 * The VPC CNI gives pods addresses from subnets with the tag `kubernetes.io/role/cni`.
 */
export function createPodSubnets(
  parent: pulumi.Resource, name: string, prefix: string, { podCidrBlock, zones, plan }: NetworkSettings, parts: VpcParts,
): pulumi.Output<string>[] {
  if (podCidrBlock === undefined) {
    return [];
  }
  const range = new VpcIpv4CidrBlockAssociation(`${name}-pods`, { vpcId: parts.vpcId, cidrBlock: podCidrBlock }, { parent });
  return plan.pods.flatMap((cidrBlock, zone) => {
    const [availabilityZone, routeTableId] = [zones[zone], parts.privateRouteTableIds[zone]];
    if (availabilityZone === undefined || routeTableId === undefined) {
      return [];
    }
    const subnetName = `${name}-pods-${String(zone + 1)}`;
    const subnet = new Subnet(subnetName, {
      vpcId: range.vpcId,
      availabilityZone,
      cidrBlock,
      mapPublicIpOnLaunch: false,
      tags: { Name: `${prefix}-pods-${String(zone + 1)}`, SubnetType: "Private", "kubernetes.io/role/cni": "1" },
    }, { parent });
    const association = new RouteTableAssociation(subnetName, { subnetId: subnet.id, routeTableId }, { parent });
    return [pulumi.all([subnet.id, association.id]).apply(([id]) => id)];
  });
}

const withoutPublicAddresses: pulumi.ResourceTransform = ({ type, props, opts }) =>
  type === "aws:ec2/subnet:Subnet" ? { props: { ...props, mapPublicIpOnLaunch: false }, opts } : undefined;

/**
 * The public tier's route to the internet is the one exception from "no unrestricted route";
 * its reason stands where an auditor, or AWS Config, finds the route. In characters that AWS takes in tags.
 */
const INTERNET_ROUTE_REASON = "NAT gateways and public load balancers only - nothing gets a public address by itself";

const withRecordedException: pulumi.ResourceTransform = ({ type, name, props, opts }) => {
  const tags: unknown = props["tags"];
  return type === "aws:ec2/routeTable:RouteTable" && /-public-\d+$/u.test(name)
    ? { props: { ...props, tags: { ...(typeof tags === "object" ? tags : {}), InternetRoute: INTERNET_ROUTE_REASON } }, opts } : undefined;
};

/**
 * Id of one of the VPC component's resources, found by its logical name, which the component never
 * changes. Each of the component's outputs depends on all of its subnets; the promise keeps the one
 * dependency that matters, so that what joins resources by dependencies takes no subnet for another.
 */
function idOf(resources: pulumi.Output<pulumi.CustomResource[]>, name: string): pulumi.Output<string> {
  const found = new Promise<{ readonly id: pulumi.Output<string> }>((resolve, reject) => {
    resources.apply((list) => pulumi.all(list.map(({ urn }) => urn)).apply((urns) => {
      const resource = list[urns.findIndex((urn) => urn.endsWith(`::${name}`))];
      if (resource === undefined) {
        reject(new Error(`the VPC component made no ${name}, only ${urns.map((urn) => urn.split("::").at(-1)).join(", ")}: the version of @pulumi/awsx does not fit this package`));
      } else {
        resolve({ id: resource.id });
      }
    }));
  });
  return pulumi.output(found).apply(({ id }) => id);
}
