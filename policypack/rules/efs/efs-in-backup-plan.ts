import { unselected } from "../../engine/backup-selection.ts";
import { defineStackRule } from "../../engine/rule.ts";

export const efsInBackupPlan = defineStackRule({
  name: "efs-in-backup-plan",
  description: "Every file system is backed up: by a backup plan, or by the automatic backups of EFS.",
  severity: "high",
  citations: [
    "164.308(a)(7)(i)", "164.308(a)(7)(ii)(A)", "164.308(a)(7)(ii)(B)", "164.308(a)(7)(ii)(C)", "164.310(d)(2)(iv)", "164.312(a)(2)(ii)",
  ],
  controls: ["efs-in-backup-plan"],
  remediation: ['Give the file system a tag that a backup.Selection selects, or add an efs.BackupPolicy with status "ENABLED".'],
  url: "https://docs.aws.amazon.com/efs/latest/ug/awsbackup.html",
  resources: ["aws:efs/fileSystem:FileSystem"],
  check: (stack) =>
    unselected(
      stack,
      stack
        .ofType("aws:efs/fileSystem:FileSystem")
        .filter(
          (fileSystem) =>
            !stack
              .referringTo(fileSystem, "fileSystemId", "aws:efs/backupPolicy:BackupPolicy")
              .some(({ props }) => props.object("backupPolicy")?.string("status") === "ENABLED"),
        ),
    ),
});
