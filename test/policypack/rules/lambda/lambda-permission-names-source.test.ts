import { lambdaPermissionNamesSource } from "../../../../policypack/rules/lambda/lambda-permission-names-source.ts";
import { testRule } from "../../rule-tester.ts";

testRule(lambdaPermissionNamesSource, {
  compliant: [
    { props: { principal: "events.amazonaws.com", sourceArn: "arn:aws:events:us-east-1:123456789012:rule/hourly" } },
    { props: { principal: "s3.amazonaws.com", sourceAccount: "123456789012" } },
  ],
  violating: [{ why: "no source", props: { sourceArn: undefined }, property: "sourceArn", found: "nothing, so anyone's resources" }],
  unknown: [],
  presence: ["sourceArn"],
  notApplicable: [{ why: "an account", props: { principal: "123456789012", sourceArn: undefined } }],
});
