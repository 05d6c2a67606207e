import { defineRule } from "../../engine/rule.ts";

/** What AWS Backup takes for a rule without one. */
const DEFAULT_SCHEDULE = "cron(0 5 ? * * *)";

/** Any time of day, on every day: `cron(minute hour day-of-month month day-of-week year)`. */
function runsDaily(schedule: string): boolean {
  const [, unitCount, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/u.exec(schedule) ?? [];
  if (unit !== undefined) {
    return Number(unitCount) * { minute: 1, hour: 60, day: 1440 }[unit === "minute" || unit === "hour" ? unit : "day"] <= 1440;
  }
  const [, ...days] = /^cron\(\S+ \S+ (\S+) (\S+) (\S+) (\S+)\)$/u.exec(schedule) ?? [];
  return days.length === 4 && days.every((field) => ["*", "?", "*/1", "1/1"].includes(field));
}

export const backupPlanDailyFor35Days = defineRule({
  name: "backup-plan-daily-for-35-days",
  description: "Every backup plan makes a backup a day and keeps it for 35 days or longer.",
  severity: "high",
  citations: [
    "164.308(a)(7)(i)", "164.308(a)(7)(ii)(A)", "164.308(a)(7)(ii)(B)", "164.308(a)(7)(ii)(C)", "164.310(d)(2)(iv)", "164.312(a)(2)(ii)",
  ],
  controls: ["backup-plan-frequency-retention"],
  remediation: ['Give the plan a rule with a daily schedule, such as "cron(0 5 ? * * *)", and lifecycle.deleteAfter of 35 or more.'],
  url: "https://docs.aws.amazon.com/aws-backup/latest/devguide/creating-a-backup-plan.html",
  resources: ["aws:backup/plan:Plan"],
  parameters: { minimumRetentionDays: { description: "How long a daily backup is kept at least, in days.", default: 35 } },
  check: ({ props }, settings) => {
    const floor = settings.number("minimumRetentionDays");
    const rules = props.objects("rules");
    const daily = rules.filter((rule) => runsDaily(rule.string("schedule") ?? DEFAULT_SCHEDULE));
    if (daily.length === 0) {
      const found = rules.length === 0 ? "no rule" : rules.map((rule) => rule.string("schedule") ?? DEFAULT_SCHEDULE).join(", ");
      return [{ property: "rules", found, required: "a rule that runs every day" }];
    }
    const days = daily.map((rule) => rule.object("lifecycle")?.number("deleteAfter") ?? Infinity);
    return days.some((count) => count >= floor)
      ? []
      : [{ property: "rules", found: `${String(Math.max(...days))} days kept`, required: `a daily rule that keeps at least ${String(floor)} days` }];
  },
});
