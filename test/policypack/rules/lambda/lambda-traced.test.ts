import { lambdaTraced } from "../../../../policypack/rules/lambda/lambda-traced.ts";
import { testRule } from "../../rule-tester.ts";

testRule(lambdaTraced, {
  compliant: [{ props: { tracingConfig: { mode: "Active" } } }],
  violating: [
    { why: "off", props: { tracingConfig: { mode: "PassThrough" } }, property: "tracingConfig.mode", found: "PassThrough" },
    { why: "as AWS makes it", props: { tracingConfig: undefined }, property: "tracingConfig.mode", found: "nothing, so PassThrough" },
  ],
  unknown: ["tracingConfig", "tracingConfig.mode"],
});
