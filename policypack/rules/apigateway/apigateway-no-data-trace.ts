import { judgeSwitch } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const apigatewayNoDataTrace = defineRule({
  name: "apigateway-no-data-trace",
  description: "API Gateway writes no request or response bodies to its logs, where patient data would outlive its protection.",
  severity: "high",
  controls: [],
  citations: ["164.308(a)(1)(ii)(B)", "164.312(a)(1)"],
  remediation: ["Set dataTraceEnabled to false, or remove it."],
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html",
  resources: ["aws:apigateway/methodSettings:MethodSettings", "aws:apigatewayv2/stage:Stage"],
  check: ({ props }) =>
    ["settings", "defaultRouteSettings", "routeSettings"]
      .flatMap((name) => props.objects(name))
      .flatMap((settings) => judgeSwitch(settings, "dataTraceEnabled", { required: false, absent: false })),
});
