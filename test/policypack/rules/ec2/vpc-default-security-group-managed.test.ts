import { vpcDefaultSecurityGroupManaged } from "../../../../policypack/rules/ec2/vpc-default-security-group-managed.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

testStackRule(vpcDefaultSecurityGroupManaged, {
  compliant: [
    {
      vpc: { type: "aws:ec2/vpc:Vpc", props: { cidrBlock: "10.0.0.0/16" } },
      closed: { type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", refs: { vpcId: "vpc.id" } },
    },
  ],
  violating: [
    { why: "no default group", change: { closed: null }, blamed: "vpc", property: "(vpc)", found: "a default security group left as AWS makes it" },
    { why: "a second VPC", change: { other: { type: "aws:ec2/vpc:Vpc" } }, blamed: "other", property: "(vpc)", found: "a default security group left as AWS makes it" },
  ],
});
