import { judgeDays } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const redshiftSnapshotsRetained = defineRule({
  name: "redshift-snapshots-retained",
  description: "Automated snapshots of every Redshift cluster are kept for at least 7 days.",
  severity: "high",
  citations: [
    "164.308(a)(4)(ii)(A)", "164.308(a)(5)(ii)(A)", "164.308(a)(7)(i)", "164.308(a)(7)(ii)(A)", "164.308(a)(7)(ii)(B)",
    "164.308(a)(7)(ii)(C)", "164.310(d)(2)(iv)", "164.312(a)(2)(ii)",
  ],
  controls: ["redshift-backup", "redshift-maintenance-settings"],
  remediation: ["Set automatedSnapshotRetentionPeriod to 7 or more."],
  url: "https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-snapshots.html",
  resources: ["aws:redshift/cluster:Cluster"],
  check: ({ props }) => judgeDays(props, "automatedSnapshotRetentionPeriod", { atLeast: 7, absent: 1 }),
});
