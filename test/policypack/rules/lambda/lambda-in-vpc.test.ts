import { lambdaInVpc } from "../../../../policypack/rules/lambda/lambda-in-vpc.ts";
import { testRule } from "../../rule-tester.ts";

const outside = { property: "vpcConfig.subnetIds", found: "nothing, so AWS's own network" };

testRule(lambdaInVpc, {
  compliant: [{ props: { vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] } } }],
  violating: [
    { why: "none", props: { vpcConfig: undefined }, ...outside },
    { why: "no subnet", props: { vpcConfig: { subnetIds: [] } }, ...outside },
  ],
  unknown: [],
  presence: ["vpcConfig", "vpcConfig.subnetIds"],
});
