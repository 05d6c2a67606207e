import { emrNodesNotPublic } from "../../../../policypack/rules/emr/emr-nodes-not-public.ts";
import type { StackFixture } from "../../stack-fixture.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const network: StackFixture = {
  vpc: { type: "aws:ec2/vpc:Vpc" },
  gateway: { type: "aws:ec2/internetGateway:InternetGateway", refs: { vpcId: "vpc.id" } },
  public: { type: "aws:ec2/subnet:Subnet", refs: { vpcId: "vpc.id" } },
  private: { type: "aws:ec2/subnet:Subnet", refs: { vpcId: "vpc.id" } },
  table: { type: "aws:ec2/routeTable:RouteTable", refs: { vpcId: "vpc.id" } },
  use: { type: "aws:ec2/routeTableAssociation:RouteTableAssociation", refs: { subnetId: "public.id", routeTableId: "table.id" } },
  route: { type: "aws:ec2/route:Route", props: { destinationCidrBlock: "0.0.0.0/0" }, refs: { routeTableId: "table.id", gatewayId: "gateway.id" } },
};

testStackRule(emrNodesNotPublic, {
  compliant: [
    { ...network, cluster: { type: "aws:emr/cluster:Cluster", refs: { "ec2Attributes.subnetId": "private.id" } } },
    { ...network, cluster: { type: "aws:emr/cluster:Cluster", refs: { "ec2Attributes.subnetIds[0]": "private.id" } } },
    { block: { type: "aws:emr/blockPublicAccessConfiguration:BlockPublicAccessConfiguration", props: { blockPublicSecurityGroupRules: true } } },
  ],
  violating: [
    { why: "a public subnet", change: { cluster: { refs: { "ec2Attributes.subnetId": "public.id" } } }, blamed: "cluster", property: "ec2Attributes", found: "the public subnet public" },
    { why: "a public subnet among several", of: 1, change: { cluster: { refs: { "ec2Attributes.subnetIds[1]": "public.id" } } }, blamed: "cluster", property: "ec2Attributes", found: "the public subnet public" },
    { why: "public rules let through", of: 2, change: { block: { props: { blockPublicSecurityGroupRules: false } } }, blamed: "block", property: "blockPublicSecurityGroupRules", found: "false" },
  ],
});
