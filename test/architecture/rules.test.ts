import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { EVERY_AWS_TYPE } from "../../policypack/engine/rule.ts";
import { rules } from "../../policypack/rules/index.ts";
import { declarationOf } from "../policypack/sdk-declarations.ts";
import { project } from "./source-files.ts";

describe("the pack", () => {
  test("has one file and one test per rule, named as the rule", () => {
    const names = rules.map(({ name }) => name).toSorted();
    expect(rulesIn("policypack/rules", ".ts")).toEqual(names);
    expect(rulesIn("test/policypack/rules", ".test.ts")).toEqual(names);
  });

  test("has no two rules of one name", () => {
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
  });

  test("is the pinned list of rules and levels: a dropped or weakened rule fails the build", () => {
    const pinned = readFileSync(join(project, "test/policypack/pinned-rules.txt"), "utf8").trim().split("\n");
    expect(rules.map(({ name, level, scope }) => `${name} ${level ?? "mandatory"} ${scope}`)).toEqual(pinned);
  });

  test.each(rules.map((rule) => [rule.name, rule] as const))("%s looks at types that exist in the installed SDK", (_name, rule) => {
    const missing = rule.resources.filter((token) => token !== EVERY_AWS_TYPE && declarationOf(token) === "");
    expect(missing).toEqual([]);
    expect(rule.resources).not.toEqual([]);
  });

  test.each(rules.map((rule) => [rule.name, rule] as const))("%s says how to fix what it finds, and where to read more", (_name, { description, remediation, url }) => {
    expect(description).toMatch(/^[A-Z].*\.$/u);
    expect(remediation.every((step) => /^[A-Z].*\.$/su.test(step))).toBe(true);
    expect(new URL(url).protocol).toBe("https:");
  });
});

function rulesIn(folder: string, ending: string): readonly string[] {
  return readdirSync(join(project, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.includes("/") && file.endsWith(ending))
    .map((file) => file.slice(file.lastIndexOf("/") + 1, -ending.length))
    .toSorted();
}
