import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkScheduleProblems, hoursBetweenRuns } from "../../../components/compliance-monitor/check-schedule.ts";

describe("the schedule of the check (S4-70)", () => {
  test.each(["rate(0 hours)", "rate(1 hours)", "rate(2 hour)", "rate(25 hours)", "rate(2 days)", "rate(1441 minutes)", "hourly", "", "cron(0 6 * * *)", "rate(1 hour) ", "cron(0 6 * * ? *); drop"])("is refused: %s", (schedule) => {
    expect(checkScheduleProblems("check.schedule", schedule)).toEqual([{
      argument: "check.schedule", value: schedule, allowed: "EventBridge takes rate(1 hour), rate(6 hours) or cron(0 6 * * ? *) and the like, and a day is the longest pause",
      change: "Leave it out for rate(1 hour)",
    }]);
  });

  test.each(["rate(1 hour)", "rate(15 minutes)", "rate(1 minute)", "rate(24 hours)", "rate(1 day)", "cron(0 6 * * ? *)", "cron(0/15 8-18 ? * MON-FRI *)"])("is taken: %s", (schedule) => {
    expect(checkScheduleProblems("check.schedule", schedule)).toEqual([]);
  });

  test("says how long a rate pauses", () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 99_999 }), (count) => {
      expect(hoursBetweenRuns(`rate(${String(count)} hours)`)).toBe(count);
      expect(hoursBetweenRuns(`rate(${String(count)} minutes)`)).toBeCloseTo(count / 60);
    }));
    expect(hoursBetweenRuns("rate(1 day)")).toBe(24);
    expect(hoursBetweenRuns("cron(0 6 * * ? *)")).toBeUndefined();
  });
});
