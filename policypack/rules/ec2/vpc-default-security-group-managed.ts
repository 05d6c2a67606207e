import { defineStackRule } from "../../engine/rule.ts";

export const vpcDefaultSecurityGroupManaged = defineStackRule({
  name: "vpc-default-security-group-managed",
  description: "The stack takes over the default security group of each of its VPCs, which AWS creates open among its members and to the world outwards.",
  severity: "high",
  controls: ["vpc-default-sg-closed"],
  citations: ["164.312(e)(1)"],
  remediation: ["Add an aws.ec2.DefaultSecurityGroup with the VPC's id as vpcId and no rules."],
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html",
  resources: ["aws:ec2/vpc:Vpc"],
  check: (stack) =>
    stack
      .ofType("aws:ec2/vpc:Vpc")
      .filter((vpc) => stack.referringTo(vpc, "vpcId", "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup").length === 0)
      .map(({ urn }) => ({ urn, property: "(vpc)", found: "a default security group left as AWS makes it", required: "an aws.ec2.DefaultSecurityGroup without rules" })),
});
