import { expect, test } from "vitest";
import { judgeStack } from "../../../../policypack/engine/judge.ts";
import { internetGatewayAuthorizedVpc } from "../../../../policypack/rules/ec2/internet-gateway-authorized-vpc.ts";
import { stackOf } from "../../stack-fixture.ts";
import { testStackRule } from "../../stack-rule-tester.ts";
import { UNKNOWN } from "../../unknown-value.ts";

testStackRule(internetGatewayAuthorizedVpc, {
  compliant: [
    { vpc: { type: "aws:ec2/vpc:Vpc" }, gateway: { type: "aws:ec2/internetGateway:InternetGateway", refs: { vpcId: "vpc.id" } } },
    { gateway: { type: "aws:ec2/internetGateway:InternetGateway", props: {} } },
    { gateway: { type: "aws:ec2/internetGateway:InternetGateway", props: { vpcId: UNKNOWN } } },
  ],
  violating: [
    { why: "another stack's VPC", change: { gateway: { props: { vpcId: "vpc-0a1b2c3d" }, refs: { vpcId: undefined } } }, blamed: "gateway", property: "vpcId", found: "vpc-0a1b2c3d, which is not of this stack" },
    {
      why: "attached apart",
      change: { attachment: { type: "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment", props: { vpcId: "vpc-0a1b2c3d" }, refs: { internetGatewayId: "gateway.id" } } },
      blamed: "attachment",
      property: "vpcId",
      found: "vpc-0a1b2c3d, which is not of this stack",
    },
  ],
});

test("a VPC that is named as authorised passes", () => {
  const stack = stackOf({ gateway: { type: "aws:ec2/internetGateway:InternetGateway", props: { vpcId: "vpc-0a1b2c3d" } } }, "at a first preview");
  expect(judgeStack(internetGatewayAuthorizedVpc, stack, { authorizedVpcs: ["vpc-0a1b2c3d"] })).toEqual({ kind: "compliant" });
  expect(judgeStack(internetGatewayAuthorizedVpc, stack, { authorizedVpcs: ["vpc-other"] }).kind).toBe("violated");
});
