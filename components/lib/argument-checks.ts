import type { Problem } from "./problems.ts";

/** Days for which CloudWatch Logs can keep a log group. */
const RETENTION_DAYS: readonly number[] = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

/** Checks a value against a closed set, for callers that the compiler does not hold to it. */
export function closedSetProblems(argument: string, value: string, set: Readonly<Record<string, string>>): readonly Problem[] {
  const values = Object.values(set);
  return values.includes(value) ? [] : [{ argument, value, allowed: `one of ${values.join(", ")}`, change: "Take one of these" }];
}

/** Checks how long a log group keeps its records: a term that CloudWatch Logs knows, and no shorter than the floor. */
export function logRetentionProblems(argument: string, days: number, floorDays: number): readonly Problem[] {
  const terms = RETENTION_DAYS.filter((term) => term >= floorDays);
  return terms.includes(days) ? [] : [{
    argument, value: days, allowed: `days of a term CloudWatch Logs knows, at least ${String(floorDays)}: ${terms.join(", ")}`, change: "Take one of these",
  }];
}
