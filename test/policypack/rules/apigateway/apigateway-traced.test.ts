import { apigatewayTraced } from "../../../../policypack/rules/apigateway/apigateway-traced.ts";
import { testRule } from "../../rule-tester.ts";

testRule(apigatewayTraced, {
  compliant: [{ props: { xrayTracingEnabled: true } }],
  violating: [
    { why: "off", props: { xrayTracingEnabled: false }, property: "xrayTracingEnabled", found: "false" },
    { why: "as AWS makes it", props: { xrayTracingEnabled: undefined }, property: "xrayTracingEnabled", found: "nothing, so false" },
  ],
  unknown: ["xrayTracingEnabled"],
});
