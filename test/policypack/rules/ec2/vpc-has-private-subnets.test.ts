import { vpcHasPrivateSubnets } from "../../../../policypack/rules/ec2/vpc-has-private-subnets.ts";
import type { StackFixture } from "../../stack-fixture.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const network: StackFixture = {
  vpc: { type: "aws:ec2/vpc:Vpc" },
  gateway: { type: "aws:ec2/internetGateway:InternetGateway", refs: { vpcId: "vpc.id" } },
  public: { type: "aws:ec2/subnet:Subnet", props: { tags: { SubnetType: "Public" } }, refs: { vpcId: "vpc.id" } },
  private: { type: "aws:ec2/subnet:Subnet", props: { tags: { SubnetType: "Private" } }, refs: { vpcId: "vpc.id" } },
  table: { type: "aws:ec2/routeTable:RouteTable", refs: { vpcId: "vpc.id" } },
  use: { type: "aws:ec2/routeTableAssociation:RouteTableAssociation", refs: { subnetId: "public.id", routeTableId: "table.id" } },
  route: { type: "aws:ec2/route:Route", props: { destinationCidrBlock: "0.0.0.0/0" }, refs: { routeTableId: "table.id", gatewayId: "gateway.id" } },
};

testStackRule(vpcHasPrivateSubnets, {
  compliant: [network, { vpc: { type: "aws:ec2/vpc:Vpc" } }],
  violating: [
    { why: "no private subnet", change: { private: null }, blamed: "vpc", property: "(subnets)", found: "public subnets only" },
    {
      why: "a private subnet in name only",
      change: { more: { type: "aws:ec2/routeTableAssociation:RouteTableAssociation", refs: { subnetId: "private.id", routeTableId: "table.id" } } },
      blamed: "vpc",
      property: "(subnets)",
      found: "public subnets only",
    },
  ],
});
