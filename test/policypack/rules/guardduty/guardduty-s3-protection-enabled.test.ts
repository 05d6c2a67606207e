import { guarddutyS3ProtectionEnabled } from "../../../../policypack/rules/guardduty/guardduty-s3-protection-enabled.ts";
import { testStackRule } from "../../stack-rule-tester.ts";
import { UNKNOWN } from "../../unknown-value.ts";

testStackRule(guarddutyS3ProtectionEnabled, {
  compliant: [
    {
      detector: { type: "aws:guardduty/detector:Detector", props: { enable: true } },
      feature: { type: "aws:guardduty/detectorFeature:DetectorFeature", props: { name: "S3_DATA_EVENTS", status: "ENABLED" }, refs: { detectorId: "detector.id" } },
    },
    {
      detector: { type: "aws:guardduty/detector:Detector", props: {} },
      everywhere: {
        type: "aws:guardduty/organizationConfigurationFeature:OrganizationConfigurationFeature",
        props: { name: "S3_DATA_EVENTS", autoEnable: "ALL" },
        refs: { detectorId: "detector.id" },
      },
    },
    { detector: { type: "aws:guardduty/detector:Detector", props: { datasources: { s3Logs: { enable: true } } } } },
  ],
  violating: [
    { why: "not asked for", change: { feature: null }, blamed: "detector", property: "(detector)", found: "no S3_DATA_EVENTS" },
    { why: "switched off", change: { feature: { props: { status: "DISABLED" } } }, blamed: "detector", property: "(detector)", found: "no S3_DATA_EVENTS" },
    { why: "another protection", change: { feature: { props: { name: "OTHER" } } }, blamed: "detector", property: "(detector)", found: "no S3_DATA_EVENTS" },
    { why: "another detector's", change: { feature: { props: { detectorId: "other" }, refs: { detectorId: undefined } } }, blamed: "detector", property: "(detector)", found: "no S3_DATA_EVENTS" },
    { why: "new accounts only", of: 1, change: { everywhere: { props: { autoEnable: "NEW" } } }, blamed: "detector", property: "(detector)", found: "no S3_DATA_EVENTS" },
    { why: "switched off on the detector", of: 2, change: { detector: { props: { datasources: { s3Logs: { enable: false } } } } }, blamed: "detector", property: "(detector)", found: "no S3_DATA_EVENTS" },
    { why: "left for AWS to compute", of: 2, change: { detector: { props: { datasources: UNKNOWN } } }, blamed: "detector", property: "(detector)", found: "no S3_DATA_EVENTS" },
  ],
  unknown: [
    ["feature", "name"],
    ["feature", "status"],
  ],
});
