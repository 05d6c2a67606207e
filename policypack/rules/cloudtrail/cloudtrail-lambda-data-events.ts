import { defineStackRule } from "../../engine/rule.ts";
import { recordsDataEvents, TRAIL } from "../../engine/trail-events.ts";

export const cloudtrailLambdaDataEvents = defineStackRule({
  name: "cloudtrail-lambda-data-events",
  description: "In a stack with functions, some trail records who invokes them.",
  severity: "medium",
  citations: ["164.308(a)(1)(ii)(D)", "164.312(b)"],
  controls: ["cloudtrail-lambda-data-events"],
  remediation: ["Give the trail an event selector for data events of AWS::Lambda::Function."],
  url: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html",
  resources: ["aws:cloudtrail/trail:Trail"],
  check: (stack) => {
    const trails = stack.ofType(TRAIL);
    const [first] = trails;
    if (first === undefined || stack.ofType("aws:lambda/function:Function").length === 0) {
      return { notApplicable: "the stack has no function" };
    }
    const recorded = trails.some((trail) => recordsDataEvents(stack, trail, "AWS::Lambda::Function"));
    return recorded ? [] : [{ urn: first.urn, property: "advancedEventSelectors", found: "no events of functions", required: "data events of AWS::Lambda::Function" }];
  },
});
