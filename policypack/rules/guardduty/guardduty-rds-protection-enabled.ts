import { DETECTOR, detectorsWithout } from "../../engine/guardduty-features.ts";
import { defineStackRule } from "../../engine/rule.ts";

export const guarddutyRdsProtectionEnabled = defineStackRule({
  name: "guardduty-rds-protection-enabled",
  description: "GuardDuty watches sign-ins to databases.",
  severity: "high",
  citations: ["164.308(a)(5)(ii)(C)"],
  controls: ["guardduty-rds-protection"],
  remediation: ['Add an aws.guardduty.DetectorFeature with name "RDS_LOGIN_EVENTS", status "ENABLED" and the id of the detector.'],
  url: "https://docs.aws.amazon.com/guardduty/latest/ug/rds-protection.html",
  resources: [DETECTOR],
  check: (stack) => detectorsWithout(stack, { features: ["RDS_LOGIN_EVENTS"] }),
});
