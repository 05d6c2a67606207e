import type { Problem } from "./problems.ts";

/** Checks a value against a closed set, for callers that the compiler does not hold to it. */
export function closedSetProblems(argument: string, value: string, set: Readonly<Record<string, string>>): readonly Problem[] {
  const values = Object.values(set);
  return values.includes(value) ? [] : [{ argument, value, allowed: `one of ${values.join(", ")}`, change: "Take one of these" }];
}
