import { defineRule } from "../../engine/rule.ts";

export const transferServerLogged = defineRule({
  name: "transfer-server-logged",
  description: "File transfer servers log who connected and what they moved.",
  severity: "medium",
  citations: ["164.308(a)(1)(ii)(D)", "164.312(b)"],
  controls: [],
  remediation: ["Set structuredLogDestinations to the ARN of a log group, or loggingRole to a role that may write logs."],
  url: "https://docs.aws.amazon.com/transfer/latest/userguide/logging-using-cloudwatch.html",
  resources: ["aws:transfer/server:Server"],
  check: ({ props }) =>
    props.has("loggingRole") || (props.has("structuredLogDestinations") && (!props.isKnown("structuredLogDestinations") || props.strings("structuredLogDestinations").length > 0))
      ? []
      : [{ property: "structuredLogDestinations", found: "no log", required: "the ARN of a log group" }],
});
