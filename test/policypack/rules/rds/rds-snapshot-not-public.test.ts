import { rdsSnapshotNotPublic } from "../../../../policypack/rules/rds/rds-snapshot-not-public.ts";
import { testRule } from "../../rule-tester.ts";

testRule(rdsSnapshotNotPublic, {
  compliant: [{ props: { sharedAccounts: ["123456789012"] } }, { props: {} }, { type: "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy", props: {} }],
  violating: [
    { why: "everyone", props: { sharedAccounts: ["all"] }, property: "sharedAccounts", found: "all" },
    { why: "everyone among others", props: { sharedAccounts: ["123456789012", "all"] }, property: "sharedAccounts", found: "all" },
  ],
  unknown: ["sharedAccounts", "sharedAccounts[0]"],
});
