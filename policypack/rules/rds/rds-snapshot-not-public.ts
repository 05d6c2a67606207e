import { defineRule } from "../../engine/rule.ts";

export const rdsSnapshotNotPublic = defineRule({
  name: "rds-snapshot-not-public",
  description: "No snapshot of a database is shared with every account.",
  severity: "critical",
  citations: [
    "164.308(a)(1)(ii)(B)", "164.308(a)(3)(i)", "164.308(a)(4)(ii)(A)", "164.308(a)(4)(ii)(C)", "164.312(a)(1)", "164.312(e)(1)",
  ],
  controls: ["rds-snapshot-not-public"],
  remediation: ['Remove "all" from sharedAccounts; name accounts instead.'],
  url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html",
  resources: [
    "aws:rds/snapshot:Snapshot",
    "aws:rds/clusterSnapshot:ClusterSnapshot",
    "aws:rds/snapshotCopy:SnapshotCopy",
    "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy",
  ],
  check: ({ props }) =>
    props.strings("sharedAccounts").includes("all") ? [{ property: "sharedAccounts", found: "all", required: "numbers of accounts" }] : [],
});
