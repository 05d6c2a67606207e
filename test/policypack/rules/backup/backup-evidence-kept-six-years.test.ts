import { backupEvidenceKeptSixYears } from "../../../../policypack/rules/backup/backup-evidence-kept-six-years.ts";
import type { StackFixture } from "../../stack-fixture.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const keeping = (deleteAfter: number | undefined, copies?: number) => ({
  rules: [{ ruleName: "daily", lifecycle: { deleteAfter: 35 } }, {
    ruleName: "monthly",
    lifecycle: { deleteAfter },
    ...(copies === undefined ? {} : { copyActions: [{ destinationVaultArn: "arn:aws:backup:us-west-2:123456789012:backup-vault:away", lifecycle: { deleteAfter: copies } }] }),
  }],
});
const plan = { type: "aws:backup/plan:Plan", props: keeping(2192) };
const stack: StackFixture = {
  plan,
  selection: { type: "aws:backup/selection:Selection", props: { selectionTags: [{ type: "STRINGEQUALS", key: "Backup", value: "evidence" }] }, refs: { planId: "plan.id" } },
  evidence: { type: "aws:efs/fileSystem:FileSystem", props: { tags: { DataClassification: "audit", Environment: "Production", Backup: "evidence" } } },
};
const evidenceTagged = (tags: object) => ({ ...stack, evidence: { type: "aws:efs/fileSystem:FileSystem", props: { tags } }, plan: { ...plan, props: keeping(365) } });

testStackRule(backupEvidenceKeptSixYears, {
  compliant: [
    stack,
    { ...stack, plan: { ...plan, props: keeping(365, 2192) } },
    { ...stack, plan: { ...plan, props: keeping(undefined) } },
    evidenceTagged({ DataClassification: "audit", Environment: "Development", Backup: "evidence" }),
    evidenceTagged({ DataClassification: "phi", Environment: "Production", Backup: "evidence" }),
    // In no plan of the stack: object lock or another plan keeps it.
    evidenceTagged({ DataClassification: "audit", Environment: "Production" }),
  ],
  violating: [
    { why: "a day short", change: { plan: { props: keeping(2191) } }, blamed: "evidence", property: "tags", found: "backups kept for 2191 days" },
    { why: "copies a day short", change: { plan: { props: keeping(365, 2191) } }, blamed: "evidence", property: "tags", found: "backups kept for 2191 days" },
  ],
  unknown: [["plan", "rules"], ["evidence", "tags"]],
  configured: [
    { why: "a longer time", stack, configuration: { minimumRetentionDays: 2557 }, finding: { blamed: "evidence", property: "tags", found: "backups kept for 2192 days" } },
  ],
});
