import { defineRule } from "../../engine/rule.ts";
import { holds } from "../../engine/tags.ts";

export const rdsBackupRetention = defineRule({
  name: "rds-backup-retention",
  description: "Automated backups of databases are kept for at least 7 days, of databases with PHI for 35 (S1-75).",
  severity: "high",
  citations: [
    "164.308(a)(1)(ii)(B)", "164.308(a)(4)(ii)(A)", "164.308(a)(7)(i)", "164.308(a)(7)(ii)(A)", "164.308(a)(7)(ii)(B)",
    "164.308(a)(7)(ii)(C)", "164.310(d)(2)(iv)", "164.312(a)(2)(ii)",
  ],
  controls: ["rds-backup-enabled"],
  remediation: ["Set backupRetentionPeriod to 35, or to 7 at least where no PHI is held."],
  url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html",
  resources: ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster"],
  check: ({ props }) => {
    if (props.has("replicateSourceDb")) {
      return { notApplicable: "the source of a read replica is what is backed up" };
    }
    const days = props.number("backupRetentionPeriod");
    const floor = holds(props, "phi") ? 35 : 7;
    return days !== undefined && days >= floor
      ? []
      : [{ property: "backupRetentionPeriod", found: days === undefined ? "nothing, so at most one day" : `${String(days)} days`, required: `at least ${String(floor)} days` }];
  },
});
