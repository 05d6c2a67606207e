import { judgeStack } from "../../../../policypack/engine/judge.ts";
import { eksNodesInPrivateSubnets } from "../../../../policypack/rules/eks/eks-nodes-in-private-subnets.ts";
import { stackOf, type StackFixture } from "../../stack-fixture.ts";
import { testStackRule } from "../../stack-rule-tester.ts";
import { expect, test } from "vitest";

const stack: StackFixture = {
  vpc: { type: "aws:ec2/vpc:Vpc" },
  gateway: { type: "aws:ec2/internetGateway:InternetGateway" },
  open: { type: "aws:ec2/subnet:Subnet", props: { tags: {} }, refs: { vpcId: "vpc.id" } },
  private: { type: "aws:ec2/subnet:Subnet", props: { tags: { SubnetType: "Private" } }, refs: { vpcId: "vpc.id" } },
  table: { type: "aws:ec2/routeTable:RouteTable" },
  use: { type: "aws:ec2/routeTableAssociation:RouteTableAssociation", refs: { subnetId: "open.id", routeTableId: "table.id" } },
  route: { type: "aws:ec2/route:Route", props: { destinationCidrBlock: "0.0.0.0/0" }, refs: { routeTableId: "table.id", gatewayId: "gateway.id" } },
  nodes: { type: "aws:eks/nodeGroup:NodeGroup", refs: { "subnetIds[0]": "private.id" } },
};

testStackRule(eksNodesInPrivateSubnets, {
  compliant: [stack, { nodes: { type: "aws:eks/nodeGroup:NodeGroup", props: { subnetIds: ["subnet-1"] } } }],
  violating: [
    { why: "a routed subnet", change: { nodes: { refs: { "subnetIds[1]": "open.id" } } }, blamed: "nodes", property: "subnetIds", found: "the public subnet open" },
    { why: "a subnet tagged public", change: { private: { props: { tags: { SubnetType: "Public" } } } }, blamed: "nodes", property: "subnetIds", found: "the public subnet private" },
    { why: "Fargate pods", change: { pods: { type: "aws:eks/fargateProfile:FargateProfile", refs: { "subnetIds[0]": "open.id" } } }, blamed: "pods", property: "subnetIds", found: "the public subnet open" },
  ],
});

test("a list of a whole network component cannot be judged before it is known", () => {
  const nodes = { type: "aws:eks/nodeGroup:NodeGroup", refs: { subnetIds: "vpc.privateSubnetIds" } };
  const outcome = judgeStack(eksNodesInPrivateSubnets, stackOf({ ...stack, nodes }, "at a first preview"));
  expect(outcome).toMatchObject({ kind: "undecided", property: "subnetIds" });
});
