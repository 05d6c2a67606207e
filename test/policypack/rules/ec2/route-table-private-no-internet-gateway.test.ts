import { routeTablePrivateNoInternetGateway } from "../../../../policypack/rules/ec2/route-table-private-no-internet-gateway.ts";
import type { StackFixture } from "../../stack-fixture.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const network: StackFixture = {
  vpc: { type: "aws:ec2/vpc:Vpc" },
  gateway: { type: "aws:ec2/internetGateway:InternetGateway", refs: { vpcId: "vpc.id" } },
  nat: { type: "aws:ec2/natGateway:NatGateway" },
  public: { type: "aws:ec2/subnet:Subnet", props: { tags: { SubnetType: "Public" } } },
  private: { type: "aws:ec2/subnet:Subnet", props: { tags: { SubnetType: "Private" } } },
  publicTable: { type: "aws:ec2/routeTable:RouteTable" },
  privateTable: { type: "aws:ec2/routeTable:RouteTable" },
  publicUse: { type: "aws:ec2/routeTableAssociation:RouteTableAssociation", refs: { subnetId: "public.id", routeTableId: "publicTable.id" } },
  privateUse: { type: "aws:ec2/routeTableAssociation:RouteTableAssociation", refs: { subnetId: "private.id", routeTableId: "privateTable.id" } },
  publicRoute: { type: "aws:ec2/route:Route", props: { destinationCidrBlock: "0.0.0.0/0" }, refs: { routeTableId: "publicTable.id", gatewayId: "gateway.id" } },
  privateRoute: { type: "aws:ec2/route:Route", props: { destinationCidrBlock: "0.0.0.0/0" }, refs: { routeTableId: "privateTable.id", natGatewayId: "nat.id" } },
};

testStackRule(routeTablePrivateNoInternetGateway, {
  compliant: [
    network,
    { ...network, publicTable: { type: "aws:ec2/routeTable:RouteTable", props: { routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: "igw-1" }] } } },
    { table: { type: "aws:ec2/routeTable:RouteTable", props: { tags: { SubnetType: "Public" }, routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: "igw-1" }] } } },
    { table: { type: "aws:ec2/routeTable:RouteTable", props: { routes: [{ cidrBlock: "10.0.0.0/8", gatewayId: "igw-1" }, { cidrBlock: "10.0.0.0/16", gatewayId: "local" }] } } },
  ],
  violating: [
    {
      why: "a private subnet on the public table",
      change: { privateUse: { refs: { routeTableId: "publicTable.id" } } },
      blamed: "publicRoute",
      property: "destinationCidrBlock",
      found: "0.0.0.0/0 to an internet gateway, for private",
    },
    {
      why: "a private subnet routed to the gateway by IPv6",
      change: { privateRoute: { props: { destinationCidrBlock: undefined, destinationIpv6CidrBlock: "::/0" }, refs: { natGatewayId: undefined, gatewayId: "gateway.id" } } },
      blamed: "privateRoute",
      property: "destinationIpv6CidrBlock",
      found: "::/0 to an internet gateway, for private",
    },
    {
      why: "a route in the table itself",
      change: { privateTable: { props: { routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: "igw-1" }] } } },
      blamed: "privateTable",
      property: "routes[0].cidrBlock",
      found: "0.0.0.0/0 to an internet gateway, for private",
    },
    {
      why: "the default table",
      change: { main: { type: "aws:ec2/defaultRouteTable:DefaultRouteTable", props: { routes: [{ cidrBlock: "0.0.0.0/0" }] }, refs: { "routes[0].gatewayId": "gateway.id" } } },
      blamed: "main",
      property: "routes[0].cidrBlock",
      found: "0.0.0.0/0 to an internet gateway, for every subnet without a table of its own",
    },
    {
      why: "a table made the main one",
      change: { main: { type: "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation", refs: { routeTableId: "publicTable.id" } } },
      blamed: "publicRoute",
      property: "destinationCidrBlock",
      found: "0.0.0.0/0 to an internet gateway, for every subnet without a table of its own",
    },
    {
      why: "a table without subnets",
      change: { publicUse: null },
      blamed: "publicRoute",
      property: "destinationCidrBlock",
      found: "0.0.0.0/0 to an internet gateway, for a table that no subnet of this stack uses and that is not tagged public",
    },
    {
      why: "a table of another stack",
      change: { publicRoute: { props: { routeTableId: "rtb-1" }, refs: { routeTableId: undefined } } },
      blamed: "publicRoute",
      property: "destinationCidrBlock",
      found: "0.0.0.0/0 to an internet gateway, for a route table outside of this stack",
    },
  ],
  unknown: [["publicRoute", "destinationCidrBlock"], ["public", "tags"]],
});
