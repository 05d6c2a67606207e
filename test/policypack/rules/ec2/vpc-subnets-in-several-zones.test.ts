import { vpcSubnetsInSeveralZones } from "../../../../policypack/rules/ec2/vpc-subnets-in-several-zones.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const subnet = (availabilityZone?: string) => ({ type: "aws:ec2/subnet:Subnet", props: { availabilityZone }, refs: { vpcId: "vpc.id" } });

testStackRule(vpcSubnetsInSeveralZones, {
  compliant: [{ vpc: { type: "aws:ec2/vpc:Vpc" }, one: subnet("us-east-1a"), two: subnet("us-east-1b") }, { vpc: { type: "aws:ec2/vpc:Vpc" } }],
  violating: [
    { why: "one zone", change: { two: subnet("us-east-1a") }, blamed: "vpc", property: "(subnets)", found: "2 in 1 named zones" },
    { why: "one subnet", change: { two: null }, blamed: "vpc", property: "(subnets)", found: "1 in 1 named zones" },
    { why: "zones left to AWS", change: { one: { props: { availabilityZone: undefined } }, two: { props: { availabilityZone: undefined } } }, blamed: "vpc", property: "(subnets)", found: "2 in 0 named zones" },
  ],
});
