import { defineStackRule } from "../../engine/rule.ts";

/** `cron(minute hour day-of-month month day-of-week year)` that fires in every month of every year. */
function runsMonthly(schedule: string): boolean {
  const [, month, year] = /^cron\(\S+ \S+ \S+ (\S+) \S+ (\S+)\)$/u.exec(schedule) ?? [];
  const [, days] = /^rate\((\d+) days?\)$/u.exec(schedule) ?? [];
  const every = ["*", "*/1", "1/1"];
  return days === undefined ? month !== undefined && year !== undefined && every.includes(month) && every.includes(year) : Number(days) <= 31;
}

export const backupRestoreTestedMonthly = defineStackRule({
  name: "backup-restore-tested-monthly",
  description: "Backups are restored in a test at least once a month (S1-71, S1-77).",
  severity: "high",
  citations: ["164.308(a)(7)(ii)(B)", "164.308(a)(7)(ii)(D)", "164.308(a)(8)"],
  controls: [],
  remediation: ['Add a backup.RestoreTestingPlan with a monthly schedule such as "cron(0 6 1 * ? *)", and a RestoreTestingSelection for each kind of store.'],
  url: "https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html",
  resources: ["aws:backup/plan:Plan"],
  check: (stack) => {
    const tests = stack.ofType("aws:backup/restoreTestingPlan:RestoreTestingPlan");
    const [plan] = stack.ofType("aws:backup/plan:Plan");
    if (tests.length === 0) {
      return plan === undefined ? [] : [{ urn: plan.urn, property: "rules", found: "no RestoreTestingPlan in the stack", required: "a restore test every month" }];
    }
    return tests.flatMap((restoreTest) => {
      const schedule = restoreTest.props.string("scheduleExpression") ?? "nothing";
      const selected = stack.referringTo(restoreTest, "restoreTestingPlanName", "aws:backup/restoreTestingSelection:RestoreTestingSelection").length > 0;
      return [
        ...(runsMonthly(schedule) ? [] : [{ urn: restoreTest.urn, property: "scheduleExpression", found: schedule, required: "a time in every month" }]),
        ...(selected ? [] : [{ urn: restoreTest.urn, property: "name", found: "no RestoreTestingSelection", required: "what is to be restored" }]),
      ];
    });
  },
});
