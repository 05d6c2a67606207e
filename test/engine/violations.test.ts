import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findingsByResource } from "./findings-by-resource.ts";
import { testProgramOfMistakes } from "./program-of-mistakes.ts";

/*
 * Proves, through the real engine, that the pack blocks each deliberate mistake of examples/violations
 * and flags nothing else. That each rule judges well is for the tests of the rules.
 */
testProgramOfMistakes("violations", ({ folder, sandbox, preview }) => {
  test("is told why it cannot be judged", () => {
    expect(preview().text).toContain("Undecided: policy is not known until the update");
  });

  test("is never quoted with its password", () => {
    expect(preview().text).not.toContain("correct horse");
  });

  test("creates nothing when it is to be created all the same", async () => {
    const { code, text, summary } = await sandbox.run("up", "--cwd", folder);
    expect(code).toBe(1);
    expect(text).toContain("preview failed");
    expect(findingsByResource(summary?.findings ?? [])).toEqual(findingsByResource(preview().summary?.findings ?? []));
    expect(existsSync(join(sandbox.home, "dev", "inventory.json"))).toBe(false);
    expect(sandbox.state("dev", "violations")).toEqual([]);
  });
});
