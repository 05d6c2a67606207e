import { DETECTOR, detectorsWithout } from "../../engine/guardduty-features.ts";
import { defineStackRule } from "../../engine/rule.ts";

export const guarddutyS3ProtectionEnabled = defineStackRule({
  name: "guardduty-s3-protection-enabled",
  description: "GuardDuty watches access to objects in S3.",
  severity: "high",
  citations: ["164.308(a)(1)(ii)(D)", "164.312(b)"],
  controls: ["guardduty-s3-protection"],
  remediation: ['Add an aws.guardduty.DetectorFeature with name "S3_DATA_EVENTS", status "ENABLED" and the id of the detector.'],
  url: "https://docs.aws.amazon.com/guardduty/latest/ug/s3-protection.html",
  resources: [DETECTOR],
  check: (stack) => detectorsWithout(stack, { features: ["S3_DATA_EVENTS"], datasource: "s3Logs.enable" }),
});
