import { unselected } from "../../engine/backup-selection.ts";
import { defineStackRule } from "../../engine/rule.ts";

export const ebsVolumeInBackupPlan = defineStackRule({
  name: "ebs-volume-in-backup-plan",
  description: "Every volume is in a backup plan (S1-76).",
  severity: "high",
  citations: [
    "164.308(a)(7)(i)", "164.308(a)(7)(ii)(A)", "164.308(a)(7)(ii)(B)", "164.308(a)(7)(ii)(C)", "164.310(d)(2)(iv)", "164.312(a)(2)(ii)",
  ],
  controls: ["ebs-in-backup-plan"],
  remediation: ["Give the resource a tag that a backup.Selection of its region selects, or name its ARN in the resources of one."],
  url: "https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html",
  resources: ["aws:ebs/volume:Volume"],
  check: (stack) => unselected(stack, stack.ofType("aws:ebs/volume:Volume")),
});
