import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { rules } from "../../policypack/rules/index.ts";
import { project } from "./source-files.ts";

interface Expected {
  readonly violated: Readonly<Record<string, readonly string[]>>;
  readonly advised: Readonly<Record<string, readonly string[]>>;
}

/** What the tests of test/engine find in the previews of the programs of examples/, as those tests compare it. */
const lists = globSync("test/engine/violations*.expected.yaml", { cwd: project }).map((path) => {
  const { violated, advised }: Expected = parse(readFileSync(join(project, path), "utf8"));
  return { program: basename(path, ".expected.yaml"), found: [violated, advised].flatMap((part) => Object.values(part).flat()) };
});

/*
 * Proves that each rule of the pack fires in the preview of some program of deliberate mistakes, as far as the
 * tests of those programs hold: that the lists are true is for them. Undecided rules have not fired.
 */
describe("the programs of deliberate mistakes", () => {
  it.each(lists)("$program has a preview that compares it with its list", ({ program }) => {
    expect(readFileSync(join(project, "test/engine", `${program}.test.ts`), "utf8")).toContain(`testProgramOfMistakes("${program}"`);
    expect(readFileSync(join(project, "examples", program, "Pulumi.yaml"), "utf8")).toContain(`name: ${program}\n`);
  });

  it("together make every rule of the pack fire", () => {
    const fired = new Set(lists.flatMap(({ found }) => found));
    expect(rules.map(({ name }) => name).filter((name) => !fired.has(name))).toEqual([]);
  });

  it("name no rule that the pack does not have", () => {
    const known = new Set(rules.map(({ name }) => name));
    expect(lists.flatMap(({ program, found }) => found.filter((name) => !known.has(name)).map((name) => `${program}: ${name}`))).toEqual([]);
  });
});
