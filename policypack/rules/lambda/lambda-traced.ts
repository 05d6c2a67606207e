import { judgeText } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const lambdaTraced = defineRule({
  name: "lambda-traced",
  description: "Functions are traced with X-Ray.",
  severity: "low",
  controls: ["lambda-xray"],
  citations: ["164.312(b)"],
  remediation: ['Set tracingConfig.mode to "Active".'],
  url: "https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html",
  resources: ["aws:lambda/function:Function"],
  check: ({ props }) => judgeText(props, "tracingConfig.mode", { allowed: ["Active"], absent: "PassThrough" }),
});
