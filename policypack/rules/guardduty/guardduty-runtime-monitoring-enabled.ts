import { DETECTOR, detectorsWithout } from "../../engine/guardduty-features.ts";
import { defineStackRule } from "../../engine/rule.ts";

export const guarddutyRuntimeMonitoringEnabled = defineStackRule({
  name: "guardduty-runtime-monitoring-enabled",
  description: "GuardDuty watches what runs on the nodes of EKS clusters.",
  severity: "high",
  citations: ["164.308(a)(1)(ii)(D)", "164.308(a)(5)(ii)(B)"],
  controls: ["guardduty-eks-runtime-monitoring"],
  remediation: ['Add an aws.guardduty.DetectorFeature with name "RUNTIME_MONITORING", status "ENABLED" and the id of the detector.'],
  url: "https://docs.aws.amazon.com/guardduty/latest/ug/runtime-monitoring.html",
  resources: [DETECTOR],
  check: (stack) => detectorsWithout(stack, { features: ["RUNTIME_MONITORING", "EKS_RUNTIME_MONITORING"] }),
});
