import { judgeSwitch } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const apigatewayTraced = defineRule({
  name: "apigateway-traced",
  description: "Stages of REST APIs are traced with X-Ray.",
  severity: "low",
  controls: ["apigw-xray"],
  citations: ["164.312(b)"],
  remediation: ["Set xrayTracingEnabled to true."],
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-xray.html",
  resources: ["aws:apigateway/stage:Stage"],
  check: ({ props }) => judgeSwitch(props, "xrayTracingEnabled", { required: true, absent: false }),
});
