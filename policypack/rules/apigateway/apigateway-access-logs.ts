import { defineRule } from "../../engine/rule.ts";

export const apigatewayAccessLogs = defineRule({
  name: "apigateway-access-logs",
  description: "Stages log who called what.",
  severity: "medium",
  controls: ["apigw-access-logging"],
  citations: ["164.312(b)"],
  remediation: ["Set accessLogSettings.destinationArn to the ARN of a log group or Firehose stream."],
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html",
  resources: ["aws:apigateway/stage:Stage", "aws:apigatewayv2/stage:Stage"],
  check: ({ props }) =>
    props.has("accessLogSettings") && (!props.isKnown("accessLogSettings") || props.objects("accessLogSettings")[0]?.has("destinationArn") === true)
      ? []
      : [{ property: "accessLogSettings.destinationArn", found: "no access log", required: "the ARN of a log group or Firehose stream" }],
});
