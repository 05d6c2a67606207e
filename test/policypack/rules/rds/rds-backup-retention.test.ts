import { rdsBackupRetention } from "../../../../policypack/rules/rds/rds-backup-retention.ts";
import { testRule } from "../../rule-tester.ts";

const phi = { DataClassification: "phi" };

testRule(rdsBackupRetention, {
  compliant: [
    { props: { backupRetentionPeriod: 35, tagsAll: phi } },
    { props: { backupRetentionPeriod: 7, tagsAll: { DataClassification: "operational" } } },
    { type: "aws:rds/cluster:Cluster", props: { backupRetentionPeriod: 35, tags: phi } },
  ],
  violating: [
    { why: "PHI kept for a week", props: { backupRetentionPeriod: 34 }, property: "backupRetentionPeriod", found: "34 days" },
    { why: "backups switched off", props: { backupRetentionPeriod: 0 }, property: "backupRetentionPeriod", found: "0 days" },
    { why: "no PHI, six days", props: { backupRetentionPeriod: 6, tagsAll: {} }, property: "backupRetentionPeriod", found: "6 days" },
    { why: "left to the default", props: { backupRetentionPeriod: undefined }, property: "backupRetentionPeriod", found: "nothing, so at most one day" },
  ],
  unknown: ["backupRetentionPeriod", "tagsAll"],
  notApplicable: [{ why: "a read replica", props: { backupRetentionPeriod: undefined, replicateSourceDb: "records" } }],
});
