import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { project } from "../architecture/source-files.ts";
import { type FindingsByResource, findingsByResource } from "./findings-by-resource.ts";
import { type Run, type TestSandbox, testSandbox } from "./sandbox-run.ts";

/** What the pack is to say of a program, as `<name>.expected.yaml` lists it. */
export interface ExpectedFindings {
  readonly violated: FindingsByResource;
  readonly undecided: FindingsByResource;
  readonly advised: FindingsByResource;
  /** Resources of which nothing is said. */
  readonly right: readonly string[];
}

/** A program of `examples/`, previewed once through the real engine and judged by the whole pack. */
export interface JudgedProgram {
  readonly folder: string;
  readonly sandbox: TestSandbox;
  /** The preview; only inside of a test. */
  readonly preview: () => Run;
}

/** @param name the program's folder below `examples/` */
export function expectedFindings(name: string): ExpectedFindings {
  return parse(readFileSync(join(import.meta.dirname, `${name}.expected.yaml`), "utf8"));
}

/**
 * Registers the tests that hold for each program of deliberate mistakes: its preview fails for each of
 * them, for nothing else, and says nothing of what is right.
 * @param name the program's folder below `examples/`
 * @param more registers what is to be shown of this program besides
 */
export function testProgramOfMistakes(name: string, more?: (program: JudgedProgram) => void): void {
  const folder = join(project, "examples", name);
  const expected = expectedFindings(name);

  describe(`the program of deliberate mistakes examples/${name}`, () => {
    const sandbox = testSandbox();
    let preview: Run;

    beforeAll(async () => {
      preview = await sandbox.run("preview", "--cwd", folder);
    });

    const said = (level: string, undecided: boolean): FindingsByResource =>
      findingsByResource((preview.summary?.findings ?? []).filter((finding) => finding.level === level && finding.undecided === undecided));

    test("fails its preview", () => {
      expect(preview.code, preview.text).toBe(1);
      expect(preview.summary?.succeeded).toBe(false);
    });

    test("is blocked for each mistake, and for nothing else", () => {
      expect(said("mandatory", false)).toEqual(expected.violated);
    });

    test("is blocked where it cannot be judged", () => {
      expect(said("mandatory", true)).toEqual(expected.undecided);
    });

    test("is advised, without being blocked, of what is only better", () => {
      expect(said("advisory", false)).toEqual(expected.advised);
      expect(said("advisory", true)).toEqual({});
    });

    test("has every one of its resources judged, the right ones too", () => {
      const { right, ...flagged } = expected;
      const blamed = Object.values(flagged).flatMap((resources) => Object.keys(resources));
      const listed = new Set([...right, ...blamed]);
      expect(preview.summary?.operations).toEqual({ create: listed.size });
      expect([...listed].filter((label) => !preview.text.includes(`:${label} create`))).toEqual([]);
      expect(right.filter((label) => blamed.includes(label))).toEqual([]);
    });

    more?.({ folder, sandbox, preview: () => preview });
  });
}
