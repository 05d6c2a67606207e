import { DETECTOR, detectorsWithout } from "../../engine/guardduty-features.ts";
import { defineStackRule } from "../../engine/rule.ts";

export const guarddutyEksAuditLogMonitoringEnabled = defineStackRule({
  name: "guardduty-eks-audit-log-monitoring-enabled",
  description: "GuardDuty watches the audit logs of EKS clusters.",
  severity: "high",
  citations: ["164.308(a)(1)(ii)(D)", "164.312(b)"],
  controls: ["guardduty-eks-audit-logs"],
  remediation: ['Add an aws.guardduty.DetectorFeature with name "EKS_AUDIT_LOGS", status "ENABLED" and the id of the detector.'],
  url: "https://docs.aws.amazon.com/guardduty/latest/ug/kubernetes-protection.html",
  resources: [DETECTOR],
  check: (stack) => detectorsWithout(stack, { features: ["EKS_AUDIT_LOGS"], datasource: "kubernetes.auditLogs.enable" }),
});
