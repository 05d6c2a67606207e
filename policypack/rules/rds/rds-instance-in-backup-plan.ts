import { unselected } from "../../engine/backup-selection.ts";
import { isGiven } from "../../engine/given-values.ts";
import { defineStackRule } from "../../engine/rule.ts";

export const rdsInstanceInBackupPlan = defineStackRule({
  name: "rds-instance-in-backup-plan",
  description: "Every database instance is in a backup plan; replicas are copies already.",
  severity: "high",
  citations: [
    "164.308(a)(4)(ii)(A)", "164.308(a)(7)(i)", "164.308(a)(7)(ii)(A)", "164.308(a)(7)(ii)(B)", "164.308(a)(7)(ii)(C)", "164.310(d)(2)(iv)",
    "164.312(a)(2)(ii)",
  ],
  controls: ["rds-in-backup-plan"],
  remediation: ["Give the resource a tag that a backup.Selection of its region selects, or name its ARN in the resources of one."],
  url: "https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html",
  resources: ["aws:rds/instance:Instance"],
  check: (stack) => unselected(stack, stack.ofType("aws:rds/instance:Instance").filter((instance) => !isGiven(instance, "replicateSourceDb"))),
});
