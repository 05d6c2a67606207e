import { unselected } from "../../engine/backup-selection.ts";
import { isSecondary } from "../../engine/global-databases.ts";
import { defineStackRule } from "../../engine/rule.ts";

export const rdsClusterInBackupPlan = defineStackRule({
  name: "rds-cluster-in-backup-plan",
  description: "Every database cluster is in a backup plan; secondaries of global databases are copies already.",
  severity: "high",
  citations: [
    "164.308(a)(7)(i)", "164.308(a)(7)(ii)(A)", "164.308(a)(7)(ii)(B)", "164.308(a)(7)(ii)(C)", "164.310(d)(2)(iv)", "164.312(a)(2)(ii)",
  ],
  controls: ["aurora-in-backup-plan"],
  remediation: ["Give the resource a tag that a backup.Selection of its region selects, or name its ARN in the resources of one."],
  url: "https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html",
  resources: ["aws:rds/cluster:Cluster"],
  check: (stack) => unselected(stack, stack.ofType("aws:rds/cluster:Cluster").filter((cluster) => !isSecondary(cluster))),
});
