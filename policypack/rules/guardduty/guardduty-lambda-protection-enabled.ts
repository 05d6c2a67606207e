import { DETECTOR, detectorsWithout } from "../../engine/guardduty-features.ts";
import { defineStackRule } from "../../engine/rule.ts";

export const guarddutyLambdaProtectionEnabled = defineStackRule({
  name: "guardduty-lambda-protection-enabled",
  description: "GuardDuty watches the network traffic of Lambda functions.",
  severity: "medium",
  citations: ["164.308(a)(1)(ii)(D)"],
  controls: ["guardduty-lambda-protection"],
  remediation: ['Add an aws.guardduty.DetectorFeature with name "LAMBDA_NETWORK_LOGS", status "ENABLED" and the id of the detector.'],
  url: "https://docs.aws.amazon.com/guardduty/latest/ug/lambda-protection.html",
  resources: [DETECTOR],
  check: (stack) => detectorsWithout(stack, { features: ["LAMBDA_NETWORK_LOGS"] }),
});
