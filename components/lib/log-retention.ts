import type { Problem } from "./problems.ts";

/** Retentions of a year or more that CloudWatch Logs takes, in days; it takes no others. */
export const LOG_RETENTION_DAYS: readonly number[] = [365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

/** A log group's retention that CloudWatch refuses, or that is shorter than a year (S4-102). */
export function logRetentionProblems(argument: string, days: number): readonly Problem[] {
  return LOG_RETENTION_DAYS.includes(days) ? [] : [{
    argument, value: days, allowed: `CloudWatch takes ${LOG_RETENTION_DAYS.join(", ")} days, and a year is the least`, change: "Choose the next longer one",
  }];
}
