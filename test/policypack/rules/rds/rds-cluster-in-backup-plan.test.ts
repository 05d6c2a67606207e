import { rdsClusterInBackupPlan } from "../../../../policypack/rules/rds/rds-cluster-in-backup-plan.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const plan = { type: "aws:backup/plan:Plan", props: { name: "hipaa" } };
const selection = {
  type: "aws:backup/selection:Selection",
  props: { selectionTags: [{ type: "STRINGEQUALS", key: "BackupPlan", value: "hipaa" }] },
  refs: { planId: "plan.id" },
};
const store = { type: "aws:rds/cluster:Cluster", props: { clusterIdentifier: "records", tagsAll: { BackupPlan: "hipaa" } } };

testStackRule(rdsClusterInBackupPlan, {

  compliant: [
    { plan, selection, store },
    { plan, selection: { ...selection, props: {}, refs: { ...selection.refs, "resources[0]": "store.arn" } }, store },
    { plan, selection: { ...selection, props: { resources: ["arn:aws:rds:*:*:cluster:records"] } }, store },
    { store: { ...store, props: { clusterIdentifier: "records", sourceRegion: "us-east-1", globalClusterIdentifier: "records" } } },
    { plan, selection: { ...selection, props: { conditions: [{ stringEquals: [{ key: "aws:ResourceTag/BackupPlan", value: "hipaa" }] }] } }, store },
  ],
  violating: [
    { why: "no selection", change: { selection: null }, blamed: "store", property: "tags", found: "no backup selection takes the resource" },
    { why: "a secondary that was taken out of its global database", of: 3, change: { store: { props: { globalClusterIdentifier: undefined } } }, blamed: "store", property: "tags", found: "no backup selection takes the resource" },
    { why: "a primary of a global database", of: 3, change: { store: { props: { sourceRegion: undefined } } }, blamed: "store", property: "tags", found: "no backup selection takes the resource" },
    { why: "a tag that selects others", change: { store: { props: { tagsAll: { ...store.props.tagsAll, BackupPlan: "other" } } } }, blamed: "store", property: "tags", found: "no backup selection takes the resource" },
    { why: "ARNs of another service", change: { selection: { props: { selectionTags: undefined, resources: ["arn:aws:rds:*:*:db:*"] } } }, blamed: "store", property: "tags", found: "no backup selection takes the resource" },
    { why: "excluded by ARN", change: { selection: { props: { notResources: ["arn:aws:rds:*:*:cluster:records"] } } }, blamed: "store", property: "tags", found: "no backup selection takes the resource" },
    {
      why: "a condition that it does not meet",
      change: { selection: { props: { conditions: [{ stringNotLikes: [{ key: "aws:ResourceTag/BackupPlan", value: "hip*" }] }] } } },
      blamed: "store",
      property: "tags", found: "no backup selection takes the resource",
    },
    { why: "a selection of another region", change: { selection: { props: { region: "us-west-2" } }, store: { provider: { region: "us-east-1" } } }, blamed: "store", property: "tags", found: "no backup selection takes the resource" },
  ],
  unknown: [["store", "tagsAll"], ["selection", "selectionTags"]],
});
