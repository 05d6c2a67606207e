import { internetRoutes, isMainTable, ROUTE_TYPES, subnetsOfTable } from "../../engine/network-routes.ts";
import { defineStackRule, type StackResource } from "../../engine/rule.ts";
import { tagOf } from "../../engine/tags.ts";

function isTaggedPublic({ props }: StackResource): boolean {
  return tagOf(props, "SubnetType") === "Public";
}

export const routeTablePrivateNoInternetGateway = defineStackRule({
  name: "route-table-private-no-internet-gateway",
  description: "Only route tables that serve nothing but public subnets (tagged SubnetType: Public) lead to an internet gateway; data and workloads are never routed there.",
  severity: "high",
  controls: ["vpc-no-unrestricted-igw-route"],
  citations: ["164.312(e)(1)"],
  remediation: [
    "Route private subnets through a NAT gateway and data subnets nowhere.",
    "Tag the subnets of load balancers and NAT gateways SubnetType: Public.",
  ],
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html",
  resources: ROUTE_TYPES,
  check: (stack) =>
    internetRoutes(stack).flatMap(({ urn, property, destination, table }) => {
      const finding = (to: string) => [{ urn, property, found: `${destination} to an internet gateway, for ${to}`, required: "this route for public subnets only" }];
      if (table === undefined) {
        return finding("a route table outside of this stack");
      }
      if (isMainTable(stack, table)) {
        return finding("every subnet without a table of its own");
      }
      const subnets = subnetsOfTable(stack, table);
      const others = subnets.filter((subnet) => !isTaggedPublic(subnet));
      if (others.length > 0) {
        return finding(others.map(({ name }) => name).join(", "));
      }
      return subnets.length > 0 || isTaggedPublic(table) ? [] : finding("a table that no subnet of this stack uses and that is not tagged public");
    }),
});
