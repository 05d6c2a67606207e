import { lambdaInSeveralZones } from "../../../../policypack/rules/lambda/lambda-in-several-zones.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const subnet = (availabilityZone?: string) => ({ type: "aws:ec2/subnet:Subnet", props: { availabilityZone } });
const fn = { type: "aws:lambda/function:Function", refs: { "vpcConfig.subnetIds[0]": "one.id", "vpcConfig.subnetIds[1]": "two.id" } };
const single = { blamed: "fn", property: "vpcConfig.subnetIds", found: "subnets in one zone" };

testStackRule(lambdaInSeveralZones, {
  compliant: [
    { one: subnet("us-east-1a"), two: subnet("us-east-1b"), fn },
    { fn: { type: "aws:lambda/function:Function", props: { runtime: "nodejs24.x" } } },
    { fn: { type: "aws:lambda/function:Function", props: { vpcConfig: { subnetIds: ["subnet-1", "subnet-2"] } } } },
  ],
  violating: [
    { why: "one zone", change: { two: subnet("us-east-1a") }, ...single },
    { why: "one subnet", change: { fn: { refs: { "vpcConfig.subnetIds[1]": undefined } } }, ...single },
    { why: "one subnet in a zone that AWS chooses", change: { one: { props: { availabilityZone: undefined } }, fn: { refs: { "vpcConfig.subnetIds[1]": undefined } } }, ...single },
    { why: "one subnet of another stack", of: 2, change: { fn: { props: { vpcConfig: { subnetIds: ["subnet-1"] } } } }, ...single },
  ],
});
