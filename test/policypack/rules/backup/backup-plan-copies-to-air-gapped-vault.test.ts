import { backupPlanCopiesToAirGappedVault } from "../../../../policypack/rules/backup/backup-plan-copies-to-air-gapped-vault.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const plan = { type: "aws:backup/plan:Plan", props: { rules: [{ ruleName: "daily", copyActions: [{}] }] }, refs: { "rules[0].copyActions[0].destinationVaultArn": "gap.arn" } };
const gap = { type: "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault", props: { name: "gap" } };

testStackRule(backupPlanCopiesToAirGappedVault, {
  compliant: [{ plan, gap }, { plan, gap, second: { ...plan, props: { rules: [] }, refs: {} } }],
  violating: [
    { why: "no such vault", change: { gap: { type: "aws:backup/vault:Vault" } }, blamed: "plan", property: "rules", found: "no logically air-gapped vault" },
    { why: "a vault that nothing copies to", change: { other: gap, gap: { type: "aws:backup/vault:Vault" } }, blamed: "plan", property: "rules", found: "no logically air-gapped vault" },
  ],
});
