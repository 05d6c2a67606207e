import { rdsInstanceInBackupPlan } from "../../../../policypack/rules/rds/rds-instance-in-backup-plan.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const plan = { type: "aws:backup/plan:Plan", props: { name: "hipaa" } };
const selection = {
  type: "aws:backup/selection:Selection",
  props: { selectionTags: [{ type: "STRINGEQUALS", key: "BackupPlan", value: "hipaa" }] },
  refs: { planId: "plan.id" },
};
const store = { type: "aws:rds/instance:Instance", props: { identifier: "records", tagsAll: { BackupPlan: "hipaa" } } };

testStackRule(rdsInstanceInBackupPlan, {

  compliant: [
    { plan, selection, store },
    { plan, selection: { ...selection, props: {}, refs: { ...selection.refs, "resources[0]": "store.arn" } }, store },
    { plan, selection: { ...selection, props: { resources: ["arn:aws:rds:*:*:db:rec*"] } }, store },
    { plan, selection: { ...selection, props: { conditions: [{ stringEquals: [{ key: "aws:ResourceTag/BackupPlan", value: "hipaa" }] }] } }, store },
    { replica: { type: "aws:rds/instance:Instance", props: { replicateSourceDb: "records" } } },
    { plan, selection, store, replica: { type: "aws:rds/instance:Instance", props: { identifier: "copy" }, refs: { replicateSourceDb: "store.arn" } } },
  ],
  violating: [
    { why: "no selection", change: { selection: null }, blamed: "store", property: "tags", found: "no backup selection takes the resource" },
    { why: "a tag that selects others", change: { store: { props: { tagsAll: { ...store.props.tagsAll, BackupPlan: "other" } } } }, blamed: "store", property: "tags", found: "no backup selection takes the resource" },
    { why: "ARNs of another service", change: { selection: { props: { selectionTags: undefined, resources: ["arn:aws:dynamodb:*:*:table/*"] } } }, blamed: "store", property: "tags", found: "no backup selection takes the resource" },
    { why: "excluded by ARN", change: { selection: { props: { notResources: ["arn:aws:rds:*:*:db:rec*"] } } }, blamed: "store", property: "tags", found: "no backup selection takes the resource" },
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
