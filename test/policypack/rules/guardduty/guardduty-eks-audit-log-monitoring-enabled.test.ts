import { guarddutyEksAuditLogMonitoringEnabled } from "../../../../policypack/rules/guardduty/guardduty-eks-audit-log-monitoring-enabled.ts";
import { testStackRule } from "../../stack-rule-tester.ts";
import { UNKNOWN } from "../../unknown-value.ts";

testStackRule(guarddutyEksAuditLogMonitoringEnabled, {
  compliant: [
    {
      detector: { type: "aws:guardduty/detector:Detector", props: { enable: true } },
      feature: { type: "aws:guardduty/detectorFeature:DetectorFeature", props: { name: "EKS_AUDIT_LOGS", status: "ENABLED" }, refs: { detectorId: "detector.id" } },
    },
    {
      detector: { type: "aws:guardduty/detector:Detector", props: {} },
      everywhere: {
        type: "aws:guardduty/organizationConfigurationFeature:OrganizationConfigurationFeature",
        props: { name: "EKS_AUDIT_LOGS", autoEnable: "ALL" },
        refs: { detectorId: "detector.id" },
      },
    },
    { detector: { type: "aws:guardduty/detector:Detector", props: { datasources: { kubernetes: { auditLogs: { enable: true } } } } } },
  ],
  violating: [
    { why: "not asked for", change: { feature: null }, blamed: "detector", property: "(detector)", found: "no EKS_AUDIT_LOGS" },
    { why: "switched off", change: { feature: { props: { status: "DISABLED" } } }, blamed: "detector", property: "(detector)", found: "no EKS_AUDIT_LOGS" },
    { why: "another protection", change: { feature: { props: { name: "OTHER" } } }, blamed: "detector", property: "(detector)", found: "no EKS_AUDIT_LOGS" },
    { why: "another detector's", change: { feature: { props: { detectorId: "other" }, refs: { detectorId: undefined } } }, blamed: "detector", property: "(detector)", found: "no EKS_AUDIT_LOGS" },
    { why: "new accounts only", of: 1, change: { everywhere: { props: { autoEnable: "NEW" } } }, blamed: "detector", property: "(detector)", found: "no EKS_AUDIT_LOGS" },
    { why: "switched off on the detector", of: 2, change: { detector: { props: { datasources: { kubernetes: { auditLogs: { enable: false } } } } } }, blamed: "detector", property: "(detector)", found: "no EKS_AUDIT_LOGS" },
    { why: "left for AWS to compute", of: 2, change: { detector: { props: { datasources: UNKNOWN } } }, blamed: "detector", property: "(detector)", found: "no EKS_AUDIT_LOGS" },
  ],
  unknown: [
    ["feature", "name"],
    ["feature", "status"],
  ],
});
