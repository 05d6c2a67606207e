import { backupRestoreTestedMonthly } from "../../../../policypack/rules/backup/backup-restore-tested-monthly.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const plan = { type: "aws:backup/plan:Plan", props: { name: "hipaa" } };
const restore = { type: "aws:backup/restoreTestingPlan:RestoreTestingPlan", props: { name: "hipaa_restore", scheduleExpression: "cron(0 6 1 * ? *)" } };
const selection = { type: "aws:backup/restoreTestingSelection:RestoreTestingSelection", props: { protectedResourceType: "RDS" }, refs: { restoreTestingPlanName: "restore.id" } };

testStackRule(backupRestoreTestedMonthly, {
  compliant: [
    { plan, restore, selection },
    { plan, restore, selection: { ...selection, props: { restoreTestingPlanName: "hipaa_restore" }, refs: {} } },
    { plan, restore: { ...restore, props: { name: "weekly", scheduleExpression: "cron(0 6 ? * SUN *)" } }, selection },
    { plan, restore: { ...restore, props: { name: "weekly", scheduleExpression: "rate(7 days)" } }, selection },
    ...["cron(30 16 15 * ? *)", "cron(0 6 1 */1 ? *)", "cron(0 6 1 1/1 ? *)", "cron(0 6 1 * ? */1)", "rate(31 days)", "rate(1 day)"].map((scheduleExpression) => ({
      plan, restore: { ...restore, props: { name: "monthly", scheduleExpression } }, selection,
    })),
  ],
  violating: [
    { why: "no test", change: { restore: null, selection: null }, blamed: "plan", property: "rules", found: "no RestoreTestingPlan in the stack" },
    { why: "a test of nothing", change: { selection: null }, blamed: "restore", property: "name", found: "no RestoreTestingSelection" },
    {
      why: "a test every quarter",
      change: { restore: { props: { scheduleExpression: "cron(0 6 1 1/3 ? *)" } } },
      blamed: "restore",
      property: "scheduleExpression",
      found: "cron(0 6 1 1/3 ? *)",
    },
    { why: "a test every 60 days", change: { restore: { props: { scheduleExpression: "rate(60 days)" } } }, blamed: "restore", property: "scheduleExpression", found: "rate(60 days)" },
    ...["cron(0 6 1 12 ? *)", "cron(0 6 1 * ? 2027)", "rate(32 days)", "xcron(0 6 1 * ? *)", "cron(0 6 1 * ? *)x", "xrate(7 days)", "rate(7 days)x", "monthly"].map((scheduleExpression) => ({
      why: scheduleExpression, change: { restore: { props: { scheduleExpression } } }, blamed: "restore", property: "scheduleExpression", found: scheduleExpression,
    })),
    { why: "no time at all", change: { restore: { props: { scheduleExpression: undefined } } }, blamed: "restore", property: "scheduleExpression", found: "nothing" },
  ],
  unknown: [["restore", "scheduleExpression"]],
});
