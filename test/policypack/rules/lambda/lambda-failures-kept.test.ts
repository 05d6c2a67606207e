import { lambdaFailuresKept } from "../../../../policypack/rules/lambda/lambda-failures-kept.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const fn = { type: "aws:lambda/function:Function", props: { name: "records" } };
const config = (destinationConfig?: object) => ({ type: "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig", props: { destinationConfig }, refs: { functionName: "fn.name" } });
const lost = { blamed: "fn", property: "deadLetterConfig.targetArn", found: "nothing, so failed events are lost" };

testStackRule(lambdaFailuresKept, {
  compliant: [
    { queue: { type: "aws:sqs/queue:Queue" }, fn: { ...fn, refs: { "deadLetterConfig.targetArn": "queue.arn" } } },
    { fn, config: config({ onFailure: { destination: "arn:aws:sqs:us-east-1:123456789012:failed" } }) },
  ],
  violating: [
    { why: "neither", change: { fn: { refs: { "deadLetterConfig.targetArn": undefined } } }, ...lost },
    { why: "successes only", of: 1, change: { config: config({ onSuccess: { destination: "arn" } }) }, ...lost },
    { why: "retries only", of: 1, change: { config: config() }, ...lost },
    { why: "another function's", of: 1, change: { config: { props: { functionName: "other" }, refs: { functionName: undefined } } }, ...lost },
  ],
});
