import { fsxInBackupPlan } from "../../../../policypack/rules/fsx/fsx-in-backup-plan.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const plan = { type: "aws:backup/plan:Plan", props: { name: "hipaa" } };
const selection = {
  type: "aws:backup/selection:Selection",
  props: { selectionTags: [{ type: "STRINGEQUALS", key: "BackupPlan", value: "hipaa" }] },
  refs: { planId: "plan.id" },
};

testStackRule(fsxInBackupPlan, {
  compliant: [
    { plan, selection, files: { type: "aws:fsx/windowsFileSystem:WindowsFileSystem", props: { tags: { BackupPlan: "hipaa" } } } },
    { plan, selection, scratch: { type: "aws:fsx/lustreFileSystem:LustreFileSystem", props: { tagsAll: { BackupPlan: "hipaa" } } } },
    { plan, selection: { ...selection, props: { resources: ["arn:aws:fsx:*:*:file-system/*"] } }, files: { type: "aws:fsx/ontapFileSystem:OntapFileSystem", props: { tagsAll: {} } } },
  ],
  violating: [
    { why: "no selection", change: { selection: null }, blamed: "files", property: "tags", found: "no backup selection takes the resource" },
    { why: "another tag", change: { files: { props: { tags: { BackupPlan: "none" } } } }, blamed: "files", property: "tags", found: "no backup selection takes the resource" },
  ],
});
