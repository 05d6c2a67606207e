import type { Problem } from "../lib/problems.ts";

const HOURS_PER: Readonly<Record<string, number>> = { minute: 1 / 60, hour: 1, day: 24 };
const LONGEST_HOURS = 24;

/** Hours between two runs of a rate; undefined for a cron expression and for what AWS refuses. */
export function hoursBetweenRuns(schedule: string): number | undefined {
  const [, count = "", unit = ""] = /^rate\(([1-9]\d{0,4}) (minute|hour|day)s?\)$/u.exec(schedule) ?? [];
  const hours = HOURS_PER[unit];
  return hours === undefined || schedule.endsWith("s)") !== (count !== "1") ? undefined : Number(count) * hours;
}

/** A schedule that EventBridge refuses, or that leaves more than a day between two runs. */
export function checkScheduleProblems(argument: string, schedule: string): readonly Problem[] {
  const hours = hoursBetweenRuns(schedule);
  const runs = hours === undefined ? /^cron\((?:[\d*/,?LW#A-Z-]+ ){5}[\d*/,?LW#A-Z-]+\)$/u.test(schedule) : hours <= LONGEST_HOURS;
  return runs ? [] : [{
    argument, value: schedule, allowed: "EventBridge takes rate(1 hour), rate(6 hours) or cron(0 6 * * ? *) and the like, and a day is the longest pause", change: "Leave it out for rate(1 hour)",
  }];
}
