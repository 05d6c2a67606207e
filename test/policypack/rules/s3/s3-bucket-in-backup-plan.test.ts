import { s3BucketInBackupPlan } from "../../../../policypack/rules/s3/s3-bucket-in-backup-plan.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const plan = { type: "aws:backup/plan:Plan", props: { name: "hipaa" } };
const selection = {
  type: "aws:backup/selection:Selection",
  props: { selectionTags: [{ type: "STRINGEQUALS", key: "BackupPlan", value: "hipaa" }] },
  refs: { planId: "plan.id" },
};
const store = { type: "aws:s3/bucket:Bucket", props: { bucket: "hipaa-phi", tagsAll: { BackupPlan: "hipaa", DataClassification: "phi" } } };

testStackRule(s3BucketInBackupPlan, {

  compliant: [
    { plan, selection, store },
    { plan, selection: { ...selection, props: {}, refs: { ...selection.refs, "resources[0]": "store.arn" } }, store },
    { plan, selection: { ...selection, props: { resources: ["arn:aws:s3:::hipaa-phi"] } }, store },
    { plan, selection: { ...selection, props: { conditions: [{ stringEquals: [{ key: "aws:ResourceTag/BackupPlan", value: "hipaa" }] }] } }, store },
    { plain: { ...store, props: { bucket: "hipaa-logs", tagsAll: { DataClassification: "operational" } } } },
    {
      plan,
      selection,
      store,
      copy: { ...store, props: { bucket: "hipaa-phi-copy", tagsAll: { DataClassification: "phi" } } },
      replication: { type: "aws:s3/bucketReplicationConfig:BucketReplicationConfig", refs: { bucket: "store.id", "rules[0].destination.bucket": "copy.arn" } },
    },
  ],
  violating: [
    { why: "no selection", change: { selection: null }, blamed: "store", property: "tags", found: "no backup selection takes the resource" },
    { why: "a tag that selects others", change: { store: { props: { tagsAll: { ...store.props.tagsAll, BackupPlan: "other" } } } }, blamed: "store", property: "tags", found: "no backup selection takes the resource" },
    { why: "ARNs of another service", change: { selection: { props: { selectionTags: undefined, resources: ["arn:aws:s3:::other"] } } }, blamed: "store", property: "tags", found: "no backup selection takes the resource" },
    { why: "excluded by ARN", change: { selection: { props: { notResources: ["arn:aws:s3:::hipaa-phi"] } } }, blamed: "store", property: "tags", found: "no backup selection takes the resource" },
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
