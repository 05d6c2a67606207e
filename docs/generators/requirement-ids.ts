import { readFileSync } from "node:fs";

/** Ids of all requirement rows, from the table that says where each is met. */
export function requirementIds(table: string): ReadonlySet<string> {
  return new Set(readFileSync(table, "utf8").split("\n").slice(1).map((line) => line.split(",")[0] ?? ""));
}
