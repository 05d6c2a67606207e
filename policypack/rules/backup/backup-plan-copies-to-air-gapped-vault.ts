import { defineStackRule } from "../../engine/rule.ts";

/** Advisory: not every kind of store can be kept in such a vault, and an account apart serves the same end. */
export const backupPlanCopiesToAirGappedVault = defineStackRule({
  name: "backup-plan-copies-to-air-gapped-vault",
  description: "Some backup plan of the stack copies to a logically air-gapped vault, out of reach of whoever holds the account.",
  severity: "medium",
  level: "advisory",
  citations: ["164.308(a)(7)(ii)(B)", "164.312(c)(1)"],
  controls: ["backup-air-gapped-vault"],
  remediation: ["Add a backup.LogicallyAirGappedVault and a copyActions entry, or targetLogicallyAirGappedBackupVaultArn, that names it."],
  url: "https://docs.aws.amazon.com/aws-backup/latest/devguide/logicallyairgappedvault.html",
  resources: ["aws:backup/plan:Plan"],
  check: (stack) => {
    const plans = stack.ofType("aws:backup/plan:Plan");
    const [first] = plans;
    const used = plans.some((plan) => stack.namedBy(plan, "rules", "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault").length > 0);
    return used || first === undefined ? [] : [{ urn: first.urn, property: "rules", found: "no logically air-gapped vault", required: "a copy to one" }];
  },
});
