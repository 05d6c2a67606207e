import { backupPlanCopiesToAnotherRegion } from "../../../../policypack/rules/backup/backup-plan-copies-to-another-region.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const here = { region: "us-east-1" };
const there = { region: "us-west-2" };
const rule = { ruleName: "daily", targetVaultName: "hipaa" };
const plan = { type: "aws:backup/plan:Plan", provider: here, props: { rules: [{ ...rule, copyActions: [{}] }] } };
const copy = { type: "aws:backup/vault:Vault", provider: there, props: { name: "hipaa-copy", arn: "arn:aws:backup:us-west-2:123456789012:backup-vault:hipaa-copy" } };

testStackRule(backupPlanCopiesToAnotherRegion, {
  compliant: [
    { plan: { ...plan, props: { rules: [rule, { ...rule, copyActions: [{ destinationVaultArn: copy.props.arn }] }] } } },
    { plan: { ...plan, refs: { "rules[0].copyActions[0].destinationVaultArn": "copy.arn" } }, copy },
    {
      plan: { ...plan, refs: { "rules[0].copyActions[0].destinationVaultArn": "copy.arn" } },
      copy: { ...copy, provider: here, props: { ...copy.props, region: "us-west-2" } },
    },
  ],
  violating: [
    { why: "no copy", change: { plan: { props: { rules: [rule] } } }, blamed: "plan", property: "rules", found: "no copyActions" },
    {
      why: "a copy in the same region",
      of: 1,
      change: { copy: { provider: here, props: { arn: "arn:aws:backup:us-east-1:123456789012:backup-vault:hipaa-copy" } } },
      blamed: "plan",
      property: "rules",
      found: "copies within the region",
    },
    {
      why: "a copy in the same region by ARN",
      change: { plan: { props: { rules: [{ ...rule, copyActions: [{ destinationVaultArn: "arn:aws:backup:us-east-1:123456789012:backup-vault:other" }] }] } } },
      blamed: "plan",
      property: "rules",
      found: "copies within the region",
    },
  ],
  unknown: [["plan", "rules"], ["plan", "rules[1].copyActions"]],
});
