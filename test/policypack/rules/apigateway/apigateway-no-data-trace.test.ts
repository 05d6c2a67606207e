import { apigatewayNoDataTrace } from "../../../../policypack/rules/apigateway/apigateway-no-data-trace.ts";
import { testRule } from "../../rule-tester.ts";

const stage = { type: "aws:apigatewayv2/stage:Stage" };

testRule(apigatewayNoDataTrace, {
  compliant: [{ props: { settings: { loggingLevel: "INFO", dataTraceEnabled: false } } }, { ...stage, props: { routeSettings: [{ routeKey: "$connect" }] } }],
  violating: [
    { why: "a REST API", props: { settings: { dataTraceEnabled: true } }, property: "settings.dataTraceEnabled", found: "true" },
    { why: "a WebSocket API", fixture: stage, props: { defaultRouteSettings: { dataTraceEnabled: true } }, property: "defaultRouteSettings.dataTraceEnabled", found: "true" },
    { why: "one route", fixture: stage, props: { routeSettings: [{ dataTraceEnabled: true }] }, property: "routeSettings[0].dataTraceEnabled", found: "true" },
  ],
  unknown: ["settings", "settings.dataTraceEnabled"],
});
