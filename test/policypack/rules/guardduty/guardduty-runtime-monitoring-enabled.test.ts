import { guarddutyRuntimeMonitoringEnabled } from "../../../../policypack/rules/guardduty/guardduty-runtime-monitoring-enabled.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

testStackRule(guarddutyRuntimeMonitoringEnabled, {
  compliant: [
    {
      detector: { type: "aws:guardduty/detector:Detector", props: { enable: true } },
      feature: { type: "aws:guardduty/detectorFeature:DetectorFeature", props: { name: "RUNTIME_MONITORING", status: "ENABLED" }, refs: { detectorId: "detector.id" } },
    },
    {
      detector: { type: "aws:guardduty/detector:Detector", props: {} },
      everywhere: {
        type: "aws:guardduty/organizationConfigurationFeature:OrganizationConfigurationFeature",
        props: { name: "EKS_RUNTIME_MONITORING", autoEnable: "ALL" },
        refs: { detectorId: "detector.id" },
      },
    },
  ],
  violating: [
    { why: "not asked for", change: { feature: null }, blamed: "detector", property: "(detector)", found: "no RUNTIME_MONITORING" },
    { why: "switched off", change: { feature: { props: { status: "DISABLED" } } }, blamed: "detector", property: "(detector)", found: "no RUNTIME_MONITORING" },
    { why: "another protection", change: { feature: { props: { name: "OTHER" } } }, blamed: "detector", property: "(detector)", found: "no RUNTIME_MONITORING" },
    { why: "another detector's", change: { feature: { props: { detectorId: "other" }, refs: { detectorId: undefined } } }, blamed: "detector", property: "(detector)", found: "no RUNTIME_MONITORING" },
    { why: "new accounts only", of: 1, change: { everywhere: { props: { autoEnable: "NEW" } } }, blamed: "detector", property: "(detector)", found: "no RUNTIME_MONITORING" },
  ],
  unknown: [
    ["feature", "name"],
    ["feature", "status"],
  ],
});
