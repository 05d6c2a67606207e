import { backupPlanDailyFor35Days } from "../../../../policypack/rules/backup/backup-plan-daily-for-35-days.ts";
import { testRule } from "../../rule-tester.ts";

const plan = (...rules: readonly object[]) => ({ name: "hipaa", rules: rules.map((rule) => ({ ruleName: "daily", targetVaultName: "hipaa", ...rule })) });

testRule(backupPlanDailyFor35Days, {
  compliant: [
    { props: plan({ schedule: "cron(0 5 ? * * *)", lifecycle: { deleteAfter: 35 } }) },
    { props: plan({}) },
    { props: plan({ schedule: "rate(12 hours)" }) },
    { props: plan({ schedule: "cron(0 */6 * * ? *)", lifecycle: { deleteAfter: 7 } }, { schedule: "rate(1 day)", lifecycle: { deleteAfter: 365 } }) },
    { props: plan({ lifecycle: { deleteAfter: 7 } }), configuration: { minimumRetentionDays: 7 } },
    ...["cron(30 23 * * ? *)", "cron(0 5 */1 * ? *)", "cron(0 5 1/1 * ? *)", "rate(60 minutes)", "rate(1440 minutes)", "rate(1 hour)", "rate(24 hours)", "rate(1 day)"].map((schedule) => ({ props: plan({ schedule }) })),
  ],
  violating: [
    { why: "weekly", props: plan({ schedule: "cron(0 5 ? * SUN *)" }), property: "rules", found: "cron(0 5 ? * SUN *)" },
    { why: "monthly", props: plan({ schedule: "cron(0 5 1 * ? *)" }), property: "rules", found: "cron(0 5 1 * ? *)" },
    { why: "every other day", props: plan({ schedule: "rate(2 days)" }), property: "rules", found: "rate(2 days)" },
    ...["cron(0 5 10 * ? *)", "cron(0 5 ? 10 * *)", "cron(0 5 ? * 2-6 *)", "cron(0 5 ? * * 2027)", "rate(25 hours)", "rate(1441 minutes)", "rate(10 days)", "xcron(0 5 ? * * *)", "cron(0 5 ? * * *)x", "xrate(1 day)", "rate(1 day)x"].map((schedule) => ({
      why: schedule, props: plan({ schedule }), property: "rules", found: schedule,
    })),
    { why: "two schedules, neither daily", props: plan({ schedule: "rate(2 days)" }, { schedule: "rate(3 days)" }), property: "rules", found: "rate(2 days), rate(3 days)" },
    { why: "kept for a week, and for two", props: plan({ lifecycle: { deleteAfter: 14 } }, { lifecycle: { deleteAfter: 7 } }), property: "rules", found: "14 days kept" },
    { why: "a schedule that is none", props: plan({ schedule: "daily" }), property: "rules", found: "daily" },
    { why: "kept for 34 days", props: plan({ lifecycle: { deleteAfter: 34 } }), property: "rules", found: "34 days kept" },
    {
      why: "kept long only when monthly",
      props: plan({ lifecycle: { deleteAfter: 7 } }, { schedule: "cron(0 5 1 * ? *)", lifecycle: { deleteAfter: 365 } }),
      property: "rules",
      found: "7 days kept",
    },
    { why: "no rule", props: { rules: [] }, property: "rules", found: "no rule" },
  ],
  unknown: ["rules", "rules[0].schedule", "rules[0].lifecycle", "rules[0].lifecycle.deleteAfter"],
  presence: ["rules[0].targetVaultName"],
});
