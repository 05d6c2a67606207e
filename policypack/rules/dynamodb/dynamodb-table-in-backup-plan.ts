import { unselected } from "../../engine/backup-selection.ts";
import { defineStackRule } from "../../engine/rule.ts";

export const dynamodbTableInBackupPlan = defineStackRule({
  name: "dynamodb-table-in-backup-plan",
  description: "Every table is in a backup plan.",
  severity: "high",
  citations: [
    "164.308(a)(7)(i)", "164.308(a)(7)(ii)(A)", "164.308(a)(7)(ii)(B)", "164.308(a)(7)(ii)(C)", "164.310(d)(2)(iv)", "164.312(a)(2)(ii)",
  ],
  controls: ["dynamodb-in-backup-plan"],
  remediation: ["Give the resource a tag that a backup.Selection of its region selects, or name its ARN in the resources of one."],
  url: "https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html",
  resources: ["aws:dynamodb/table:Table"],
  check: (stack) => unselected(stack, stack.ofType("aws:dynamodb/table:Table")),
});
