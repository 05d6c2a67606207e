import { subnetsOfTable } from "../../engine/network-routes.ts";
import { defineStackRule, type JudgedStack, type StackResource } from "../../engine/rule.ts";
import { isDevelopment } from "../../engine/tags.ts";

const TABLE = "aws:ec2/routeTable:RouteTable";
const ROUTE = "aws:ec2/route:Route";
const NAT = "aws:ec2/natGateway:NatGateway";

/** The ways out of a route table, each with the resource that holds the route. */
function waysOut(stack: JudgedStack, table: StackResource): readonly { readonly route: StackResource; readonly property: string; readonly nat: StackResource }[] {
  const alone = stack.referringTo(table, "routeTableId", ROUTE).flatMap((route) => stack.namedBy(route, "natGatewayId", NAT).map((nat) => ({ route, property: "natGatewayId", nat })));
  return [...alone, ...stack.namedBy(table, "routes", NAT).map((nat) => ({ route: table, property: "routes", nat }))];
}

/** The zone of a subnet; undefined when it is not known yet. */
function zoneOf(subnet: StackResource | undefined): string | undefined {
  return subnet?.props.knownStrings("availabilityZone")[0];
}

export const vpcNatGatewayInOwnZone = defineStackRule({
  name: "vpc-nat-gateway-in-own-zone",
  description: "Outside development, the way out of each subnet is a NAT gateway in its own zone: a zone that fails takes no other with it (S5-42).",
  severity: "medium",
  citations: ["164.308(a)(7)(ii)(C)"],
  controls: [],
  remediation: ["Make a NAT gateway in a public subnet of each zone, and a route table for each zone that leads to it."],
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html",
  resources: [NAT],
  check: (stack) =>
    stack.ofType(TABLE).flatMap((table) => {
      const ways = waysOut(stack, table);
      const subnets = ways.length === 0 ? [] : subnetsOfTable(stack, table).filter(({ props }) => !isDevelopment(props));
      return ways.flatMap(({ route, property, nat }) => {
        // A gateway for a whole region has no subnet, and a part in each zone.
        const zone = zoneOf(stack.namedBy(nat, "subnetId", "aws:ec2/subnet:Subnet")[0]);
        const strangers = zone === undefined ? [] : subnets.filter((subnet) => ![undefined, zone].includes(zoneOf(subnet)));
        return strangers.map((subnet) => ({
          urn: route.urn, property, found: `a NAT gateway in ${zone ?? ""} for ${subnet.name} in ${zoneOf(subnet) ?? ""}`, required: "a NAT gateway in the subnet's own zone",
        }));
      });
    }),
});
