import { vpcNatGatewayInOwnZone } from "../../../../policypack/rules/ec2/vpc-nat-gateway-in-own-zone.ts";
import type { StackFixture } from "../../stack-fixture.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const subnet = (availabilityZone: string | undefined, Environment = "Production") => ({
  type: "aws:ec2/subnet:Subnet", props: { tagsAll: { Environment }, ...(availabilityZone === undefined ? {} : { availabilityZone }) },
});
const route = { type: "aws:ec2/route:Route", props: { destinationCidrBlock: "0.0.0.0/0" }, refs: { routeTableId: "table.id", natGatewayId: "gateway.id" } };
const zone: StackFixture = {
  outside: subnet("us-east-1a"),
  gateway: { type: "aws:ec2/natGateway:NatGateway", refs: { subnetId: "outside.id" } },
  inside: subnet("us-east-1a"),
  table: { type: "aws:ec2/routeTable:RouteTable" },
  association: { type: "aws:ec2/routeTableAssociation:RouteTableAssociation", refs: { routeTableId: "table.id", subnetId: "inside.id" } },
  route,
};
const found = "a NAT gateway in us-east-1a for inside in us-east-1b";

testStackRule(vpcNatGatewayInOwnZone, {
  compliant: [
    zone,
    { ...zone, inside: subnet("us-east-1b", "Development") },
    { ...zone, inside: subnet(undefined) },
    { ...zone, gateway: { type: "aws:ec2/natGateway:NatGateway", props: { availabilityMode: "regional" } }, inside: subnet("us-east-1b") },
    { ...zone, inside: subnet("us-east-1b"), route: { ...route, refs: { routeTableId: "table.id" } } },
  ],
  violating: [
    { why: "another zone's gateway", change: { inside: subnet("us-east-1b") }, blamed: "route", property: "natGatewayId", found },
    {
      why: "another zone's gateway, in the table itself",
      change: {
        inside: subnet("us-east-1b"), route: null,
        table: { props: { routes: [{ cidrBlock: "0.0.0.0/0" }] }, refs: { "routes[0].natGatewayId": "gateway.id" } },
      },
      blamed: "table", property: "routes", found,
    },
  ],
  presence: [["route", "destinationCidrBlock"]],
});
