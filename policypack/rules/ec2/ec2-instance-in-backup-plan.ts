import { unselected } from "../../engine/backup-selection.ts";
import { defineStackRule } from "../../engine/rule.ts";

export const ec2InstanceInBackupPlan = defineStackRule({
  name: "ec2-instance-in-backup-plan",
  description: "Every instance is in a backup plan.",
  severity: "high",
  controls: ["ec2-in-backup-plan"],
  citations: [
    "164.308(a)(7)(i)", "164.308(a)(7)(ii)(A)", "164.308(a)(7)(ii)(B)", "164.308(a)(7)(ii)(C)", "164.310(d)(2)(iv)",
    "164.312(a)(2)(ii)",
  ],
  remediation: ["Give the instance a tag that a backup.Selection of its region selects."],
  url: "https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html",
  resources: ["aws:ec2/instance:Instance"],
  check: (stack) => unselected(stack, stack.ofType("aws:ec2/instance:Instance")),
});
