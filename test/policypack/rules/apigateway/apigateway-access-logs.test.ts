import { apigatewayAccessLogs } from "../../../../policypack/rules/apigateway/apigateway-access-logs.ts";
import { testRule } from "../../rule-tester.ts";

const silent = { property: "accessLogSettings.destinationArn", found: "no access log" };

testRule(apigatewayAccessLogs, {
  compliant: [
    { props: { accessLogSettings: { destinationArn: "arn:aws:logs:us-east-1:123456789012:log-group:api", format: "{}" } } },
    { type: "aws:apigatewayv2/stage:Stage", props: { accessLogSettings: { destinationArn: "arn:aws:logs:us-east-1:123456789012:log-group:api" } } },
  ],
  violating: [
    { why: "none", props: { accessLogSettings: undefined }, ...silent },
    { why: "no destination", props: { accessLogSettings: { format: "{}" } }, ...silent },
  ],
  unknown: [],
  presence: ["accessLogSettings", "accessLogSettings.destinationArn"],
});
