import { unselected } from "../../engine/backup-selection.ts";
import { defineStackRule } from "../../engine/rule.ts";

const TYPES = [
  "aws:fsx/windowsFileSystem:WindowsFileSystem",
  "aws:fsx/lustreFileSystem:LustreFileSystem",
  "aws:fsx/ontapFileSystem:OntapFileSystem",
  "aws:fsx/openZfsFileSystem:OpenZfsFileSystem",
] as const;

export const fsxInBackupPlan = defineStackRule({
  name: "fsx-in-backup-plan",
  description: "Every FSx file system is in a backup plan.",
  severity: "high",
  citations: ["164.308(a)(7)(i)", "164.308(a)(7)(ii)(A)", "164.308(a)(7)(ii)(B)", "164.308(a)(7)(ii)(C)", "164.310(d)(2)(iv)", "164.312(a)(2)(ii)"],
  controls: ["fsx-in-backup-plan"],
  remediation: ["Give the file system a tag that a backup.Selection selects."],
  url: "https://docs.aws.amazon.com/fsx/latest/WindowsGuide/aws-backup-and-fsx.html",
  resources: TYPES,
  check: (stack) => unselected(stack, stack.ofType(...TYPES)),
});
