import { judgeText } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const lambdaUrlRequiresIam = defineRule({
  name: "lambda-url-requires-iam",
  description: "A function URL answers signed requests only.",
  severity: "critical",
  controls: ["lambda-url-auth"],
  citations: ["164.308(a)(1)(ii)(B)", "164.308(a)(3)(i)", "164.312(a)(1)"],
  remediation: ['Set authorizationType to "AWS_IAM".'],
  url: "https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html",
  resources: ["aws:lambda/functionUrl:FunctionUrl"],
  check: ({ props }) => judgeText(props, "authorizationType", { allowed: ["AWS_IAM"] }),
});
