import { ec2InstanceInBackupPlan } from "../../../../policypack/rules/ec2/ec2-instance-in-backup-plan.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

testStackRule(ec2InstanceInBackupPlan, {
  compliant: [
    {
      host: { type: "aws:ec2/instance:Instance", props: { tags: { BackupPlan: "hipaa" } } },
      selection: { type: "aws:backup/selection:Selection", props: { selectionTags: [{ type: "STRINGEQUALS", key: "BackupPlan", value: "hipaa" }] } },
    },
  ],
  violating: [
    { why: "no selection", change: { selection: null }, blamed: "host", property: "tags", found: "no backup selection takes the resource" },
    { why: "another tag", change: { host: { props: { tags: { BackupPlan: "none" } } } }, blamed: "host", property: "tags", found: "no backup selection takes the resource" },
  ],
});
