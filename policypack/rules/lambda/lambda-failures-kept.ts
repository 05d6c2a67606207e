import { isGiven } from "../../engine/given-values.ts";
import { defineStackRule, type StackResource } from "../../engine/rule.ts";

function keepsFailures(config: StackResource): boolean {
  return isGiven(config, "destinationConfig") && (!config.props.isKnown("destinationConfig") || config.props.object("destinationConfig")?.has("onFailure") === true);
}

export const lambdaFailuresKept = defineStackRule({
  name: "lambda-failures-kept",
  description: "An event that a function fails on is kept: in a dead letter queue, or by a destination for failures.",
  severity: "medium",
  controls: ["lambda-dlq"],
  citations: ["164.308(a)(6)(i)", "164.312(b)"],
  remediation: [
    "Set deadLetterConfig.targetArn, or add an aws.lambda.FunctionEventInvokeConfig with destinationConfig.onFailure.",
  ],
  url: "https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html",
  resources: ["aws:lambda/function:Function"],
  check: (stack) =>
    stack
      .ofType("aws:lambda/function:Function")
      .filter((fn) => !isGiven(fn, "deadLetterConfig") || (fn.props.isKnown("deadLetterConfig") && fn.props.isEmpty("deadLetterConfig")))
      .filter((fn) => !stack.referringTo(fn, "functionName", "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig").some(keepsFailures))
      .map(({ urn }) => ({ urn, property: "deadLetterConfig.targetArn", found: "nothing, so failed events are lost", required: "a queue or topic, or a destination for failures" })),
});
