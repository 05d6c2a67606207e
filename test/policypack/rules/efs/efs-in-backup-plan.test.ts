import { efsInBackupPlan } from "../../../../policypack/rules/efs/efs-in-backup-plan.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const plan = { type: "aws:backup/plan:Plan", props: { name: "hipaa" } };
const selection = {
  type: "aws:backup/selection:Selection",
  props: { selectionTags: [{ type: "STRINGEQUALS", key: "BackupPlan", value: "hipaa" }] },
  refs: { planId: "plan.id" },
};

const files = { type: "aws:efs/fileSystem:FileSystem", props: { tagsAll: {} } };
const policy = { type: "aws:efs/backupPolicy:BackupPolicy", props: { backupPolicy: { status: "ENABLED" } }, refs: { fileSystemId: "files.id" } };

testStackRule(efsInBackupPlan, {
  compliant: [
    { files, policy },
    { plan, selection, files: { ...files, props: { tags: { BackupPlan: "hipaa" } } } },
    { plan, selection: { ...selection, props: { resources: ["arn:aws:elasticfilesystem:*:*:file-system/*"] } }, files },
  ],
  violating: [
    { why: "nothing backs it up", change: { policy: null }, blamed: "files", property: "tags", found: "no backup selection takes the resource" },
    {
      why: "automatic backups switched off",
      change: { policy: { props: { backupPolicy: { status: "DISABLED" } } } },
      blamed: "files",
      property: "tags",
      found: "no backup selection takes the resource",
    },
  ],
  unknown: [["policy", "backupPolicy.status"]],
});
