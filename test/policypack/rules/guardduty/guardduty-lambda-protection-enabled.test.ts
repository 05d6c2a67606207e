import { guarddutyLambdaProtectionEnabled } from "../../../../policypack/rules/guardduty/guardduty-lambda-protection-enabled.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

testStackRule(guarddutyLambdaProtectionEnabled, {
  compliant: [
    {
      detector: { type: "aws:guardduty/detector:Detector", props: { enable: true } },
      feature: { type: "aws:guardduty/detectorFeature:DetectorFeature", props: { name: "LAMBDA_NETWORK_LOGS", status: "ENABLED" }, refs: { detectorId: "detector.id" } },
    },
    {
      detector: { type: "aws:guardduty/detector:Detector", props: {} },
      everywhere: {
        type: "aws:guardduty/organizationConfigurationFeature:OrganizationConfigurationFeature",
        props: { name: "LAMBDA_NETWORK_LOGS", autoEnable: "ALL" },
        refs: { detectorId: "detector.id" },
      },
    },
  ],
  violating: [
    { why: "not asked for", change: { feature: null }, blamed: "detector", property: "(detector)", found: "no LAMBDA_NETWORK_LOGS" },
    { why: "switched off", change: { feature: { props: { status: "DISABLED" } } }, blamed: "detector", property: "(detector)", found: "no LAMBDA_NETWORK_LOGS" },
    { why: "another protection", change: { feature: { props: { name: "OTHER" } } }, blamed: "detector", property: "(detector)", found: "no LAMBDA_NETWORK_LOGS" },
    { why: "another detector's", change: { feature: { props: { detectorId: "other" }, refs: { detectorId: undefined } } }, blamed: "detector", property: "(detector)", found: "no LAMBDA_NETWORK_LOGS" },
    { why: "new accounts only", of: 1, change: { everywhere: { props: { autoEnable: "NEW" } } }, blamed: "detector", property: "(detector)", found: "no LAMBDA_NETWORK_LOGS" },
  ],
  unknown: [
    ["feature", "name"],
    ["feature", "status"],
  ],
});
