import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { project } from "./source-files.ts";

/** How many rows each source document has, and the decisions between them. */
const ROWS = { S1: 100, S2: 94, S3: 67, S4: 112, S5: 47, X: 21 } as const;

interface Row {
  readonly id: string;
  readonly status: string;
  readonly where: readonly string[];
  readonly proof: readonly string[];
}

const [header, ...lines] = readFileSync(join(project, "docs/requirements.csv"), "utf8").trim().split("\n");
const rows = lines.map((line): Row => {
  const [id = "", status = "", where = "", proof = ""] = line.split(",");
  return { id, status, where: listOf(where), proof: listOf(proof) };
});
const done = rows.filter(({ status }) => status === "done");
/** What the rest of the platform is made of, and rows that are not done wait for. */
const COMING = ["function code", "cluster stack", "operations commands", "CI workflows", "documentation"];
const WAITS = /^waits for (.*)$/u;

describe("docs/requirements.csv", () => {
  test("has the columns and every requirement once, in order", () => {
    expect(header).toBe("id,status,where,proof");
    expect(rows.map(({ id }) => id)).toEqual(Object.entries(ROWS).flatMap(([document, count]) =>
      Array.from({ length: count }, (_, index) => `${document}-${String(index + 1).padStart(2, "0")}`)));
  });

  test("knows three statuses", () => {
    expect(rows.filter(({ status }) => !["done", "partial", "open"].includes(status))).toEqual([]);
  });

  test("has rows that are done", () => {
    expect(done.length).toBeGreaterThan(0);
  });

  test.each(done.map((row) => [row.id, row] as const))("%s is done in files that exist, with a proof that exists", (_id, { where, proof }) => {
    expect(where).not.toEqual([]);
    expect(proof).not.toEqual([]);
    expect(where.filter((path) => !existsSync(join(project, path)))).toEqual([]);
    expect(proof.filter((path) => !proofExists(path))).toEqual([]);
  });

  test("says of each row that is not done, and of no other, what it waits for", () => {
    const waiting = rows.map(({ id, status, proof }) => ({ id, done: status === "done", waits: proof.flatMap((item) => WAITS.exec(item)?.[1]?.split(" and ") ?? []) }));
    expect(waiting.filter(({ done: isDone, waits }) => isDone === waits.length > 0 || waits.some((what) => !COMING.includes(what)))).toEqual([]);
  });

  test.each(rows.filter(({ status }) => status === "partial").map((row) => [row.id, row] as const))("%s is partly done in files that exist", (_id, { where }) => {
    expect(where.filter((path) => !existsSync(join(project, path)))).toEqual([]);
  });
});

/** A test or document of the project, or an npm script. */
function proofExists(proof: string): boolean {
  if (!proof.startsWith("npm ")) {
    return existsSync(join(project, proof));
  }
  const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
  const script = proof.replace(/^npm (?:run )?/u, "").split(" ")[0] ?? "";
  return Object.hasOwn(scripts, script);
}

function listOf(cell: string): readonly string[] {
  return cell.split(";").map((part) => part.trim()).filter((part) => part !== "");
}
