import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { project } from "../architecture/source-files.ts";
import { type FindingsByResource, findingsByResource } from "./findings-by-resource.ts";
import { type Run, testSandbox } from "./sandbox-run.ts";

interface Expected {
  readonly violated: FindingsByResource;
  readonly undecided: FindingsByResource;
  readonly advised: FindingsByResource;
  readonly right: readonly string[];
}

const program = join(project, "examples", "violations");
const expected: Expected = parse(readFileSync(join(import.meta.dirname, "violations.expected.yaml"), "utf8"));

/*
 * Proves, through the real engine, that the pack blocks each deliberate mistake of examples/violations
 * and flags nothing else. That each rule judges well is for the tests of the rules.
 */
describe("the program of deliberate mistakes", () => {
  const sandbox = testSandbox();
  let preview: Run;

  beforeAll(async () => {
    preview = await sandbox.run("preview", "--cwd", program);
  });

  const said = (level: string, undecided: boolean): FindingsByResource =>
    findingsByResource((preview.summary?.findings ?? []).filter((finding) => finding.level === level && finding.undecided === undecided));

  test("fails its preview", () => {
    expect(preview.code).toBe(1);
    expect(preview.summary?.succeeded).toBe(false);
  });

  test("is blocked for each mistake, and for nothing else", () => {
    expect(said("mandatory", false)).toEqual(expected.violated);
  });

  test("is blocked where it cannot be judged", () => {
    expect(said("mandatory", true)).toEqual(expected.undecided);
    expect(preview.text).toContain("Undecided: policy is not known until the update");
  });

  test("is advised, without being blocked, of what is only better", () => {
    expect(said("advisory", false)).toEqual(expected.advised);
    expect(said("advisory", true)).toEqual({});
  });

  test("has every one of its resources judged, the right ones too", () => {
    const { right, ...flagged } = expected;
    const listed = new Set([...right, ...Object.values(flagged).flatMap((resources) => Object.keys(resources))]);
    expect(preview.summary?.operations).toEqual({ create: listed.size });
    expect([...listed].filter((label) => !preview.text.includes(`:${label} create`))).toEqual([]);
    const blamed = Object.values(flagged).flatMap((resources) => Object.keys(resources));
    expect(right.filter((label) => blamed.includes(label))).toEqual([]);
  });

  test("is never quoted with its password", () => {
    expect(preview.text).not.toContain("correct horse");
  });

  test("creates nothing when it is to be created all the same", async () => {
    const { code, text, summary } = await sandbox.run("up", "--cwd", program);
    expect(code).toBe(1);
    expect(text).toContain("preview failed");
    expect(findingsByResource(summary?.findings ?? [])).toEqual(findingsByResource(preview.summary?.findings ?? []));
    expect(existsSync(join(sandbox.home, "dev", "inventory.json"))).toBe(false);
    expect(sandbox.state("dev", "violations")).toEqual([]);
  });
});
