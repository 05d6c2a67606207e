import { guarddutyRdsProtectionEnabled } from "../../../../policypack/rules/guardduty/guardduty-rds-protection-enabled.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

testStackRule(guarddutyRdsProtectionEnabled, {
  compliant: [
    {
      detector: { type: "aws:guardduty/detector:Detector", props: { enable: true } },
      feature: { type: "aws:guardduty/detectorFeature:DetectorFeature", props: { name: "RDS_LOGIN_EVENTS", status: "ENABLED" }, refs: { detectorId: "detector.id" } },
    },
    {
      detector: { type: "aws:guardduty/detector:Detector", props: {} },
      everywhere: {
        type: "aws:guardduty/organizationConfigurationFeature:OrganizationConfigurationFeature",
        props: { name: "RDS_LOGIN_EVENTS", autoEnable: "ALL" },
        refs: { detectorId: "detector.id" },
      },
    },
  ],
  violating: [
    { why: "not asked for", change: { feature: null }, blamed: "detector", property: "(detector)", found: "no RDS_LOGIN_EVENTS" },
    { why: "switched off", change: { feature: { props: { status: "DISABLED" } } }, blamed: "detector", property: "(detector)", found: "no RDS_LOGIN_EVENTS" },
    { why: "another protection", change: { feature: { props: { name: "OTHER" } } }, blamed: "detector", property: "(detector)", found: "no RDS_LOGIN_EVENTS" },
    { why: "another detector's", change: { feature: { props: { detectorId: "other" }, refs: { detectorId: undefined } } }, blamed: "detector", property: "(detector)", found: "no RDS_LOGIN_EVENTS" },
    { why: "new accounts only", of: 1, change: { everywhere: { props: { autoEnable: "NEW" } } }, blamed: "detector", property: "(detector)", found: "no RDS_LOGIN_EVENTS" },
  ],
  unknown: [
    ["feature", "name"],
    ["feature", "status"],
  ],
});
