import { lambdaUrlRequiresIam } from "../../../../policypack/rules/lambda/lambda-url-requires-iam.ts";
import { testRule } from "../../rule-tester.ts";

testRule(lambdaUrlRequiresIam, {
  compliant: [{ props: { authorizationType: "AWS_IAM" } }],
  violating: [{ why: "anyone", props: { authorizationType: "NONE" }, property: "authorizationType", found: "NONE" }],
  unknown: ["authorizationType"],
});
