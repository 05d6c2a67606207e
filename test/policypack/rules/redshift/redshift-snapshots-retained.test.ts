import { redshiftSnapshotsRetained } from "../../../../policypack/rules/redshift/redshift-snapshots-retained.ts";
import { testRule } from "../../rule-tester.ts";

testRule(redshiftSnapshotsRetained, {
  compliant: [{ props: { automatedSnapshotRetentionPeriod: 7 } }, { props: { automatedSnapshotRetentionPeriod: 35 } }],
  violating: [
    { why: "six days", props: { automatedSnapshotRetentionPeriod: 6 }, property: "automatedSnapshotRetentionPeriod", found: "6 days" },
    { why: "switched off", props: { automatedSnapshotRetentionPeriod: 0 }, property: "automatedSnapshotRetentionPeriod", found: "0 days" },
    { why: "left to the default", props: { automatedSnapshotRetentionPeriod: undefined }, property: "automatedSnapshotRetentionPeriod", found: "nothing, so 1 day" },
  ],
  unknown: ["automatedSnapshotRetentionPeriod"],
});
