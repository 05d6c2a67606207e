import type { Problem } from "./problems.ts";

/** Most characters of a bucket's name. */
const NAME_LIMIT = 63;

/** A deployment's prefix that makes a bucket's name too long; the longest of the names is said. */
export function bucketNameProblems(prefix: string, names: readonly string[]): readonly Problem[] {
  const longest = names.reduce((one, other) => (other.length > one.length ? other : one), "");
  return longest.length <= NAME_LIMIT ? [] : [{
    argument: "deployment.prefix", value: prefix, allowed: `bucket names have at most ${String(NAME_LIMIT)} characters, and ${longest} is longer`, change: "Shorten the prefix",
  }];
}

/** Evidence that would be deleted within a year, the documents' least (S4-34). */
export function evidenceRetentionProblems(argument: string, days: number): readonly Problem[] {
  return Number.isInteger(days) && days >= 365 ? [] : [{ argument, value: days, allowed: "whole days, at least 365", change: "Leave it out for seven years" }];
}
