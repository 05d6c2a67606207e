import { rdsSubnetGroupPrivate } from "../../../../policypack/rules/rds/rds-subnet-group-private.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const vpc = { type: "aws:ec2/vpc:Vpc" };
const gateway = { type: "aws:ec2/internetGateway:InternetGateway", refs: { vpcId: "vpc.id" } };
const subnet = { type: "aws:ec2/subnet:Subnet", refs: { vpcId: "vpc.id" } };
const table = { type: "aws:ec2/routeTable:RouteTable", refs: { vpcId: "vpc.id" } };
const route = { type: "aws:ec2/route:Route", props: { destinationCidrBlock: "0.0.0.0/0" }, refs: { routeTableId: "table.id", gatewayId: "gateway.id" } };
const association = { type: "aws:ec2/routeTableAssociation:RouteTableAssociation", refs: { routeTableId: "table.id", subnetId: "front.id" } };
const group = { type: "aws:rds/subnetGroup:SubnetGroup", props: { subnetIds: ["subnet-1"] }, refs: { "subnetIds[0]": "data.id" } };

testStackRule(rdsSubnetGroupPrivate, {
  compliant: [{ vpc, gateway, front: subnet, data: subnet, table, route, association, group }, { group: { ...group, refs: {} } }],
  violating: [
    {
      why: "a subnet with a route to the internet",
      change: { group: { refs: { "subnetIds[1]": "front.id" } } },
      blamed: "group",
      property: "subnetIds",
      found: "front, which has a route to the internet",
    },
    {
      why: "a route added to the subnet of the data",
      change: { association: { refs: { subnetId: "data.id" } } },
      blamed: "group",
      property: "subnetIds",
      found: "data, which has a route to the internet",
    },
  ],
});
