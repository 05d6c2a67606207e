import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { EVERY_AWS_TYPE } from "../../policypack/engine/rule.ts";
import { rules } from "../../policypack/rules/index.ts";
import { project } from "./source-files.ts";

const require = createRequire(import.meta.url);

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
    const missing = rule.resources.filter((token) => token !== EVERY_AWS_TYPE && !typeExists(token));
    expect(missing).toEqual([]);
    expect(rule.resources).not.toEqual([]);
  });

  test.each(rules.map((rule) => [rule.name, rule] as const))("%s says how to fix what it finds, and where to read more", (_name, { description, remediation, url }) => {
    expect(description).toMatch(/^[A-Z].*\.$/u);
    expect(remediation.every((step) => /^[A-Z].*\.$/su.test(step))).toBe(true);
    expect(new URL(url).protocol).toBe("https:");
  });
});

/** Old twins of a type live on in programs and states; the SDK keeps those that still exist. */
function typeExists(token: string): boolean {
  const [pkg, path, name] = token.split(":");
  if (pkg === undefined || path === undefined || name === undefined) {
    return false;
  }
  const folder = dirname(require.resolve(`@pulumi/${pkg}/package.json`));
  try {
    return readFileSync(join(folder, `${pkg === "kubernetes" ? kubernetesFile(path, name) : path.replace(/^index\//u, "")}.d.ts`), "utf8").includes(`class ${name} extends`);
  } catch {
    return false;
  }
}

/** `networking.k8s.io/v1:NetworkPolicy` lies in `networking/v1/networkPolicy`. */
function kubernetesFile(path: string, name: string): string {
  const [group = "", version = ""] = path.split("/");
  return `${group.split(".")[0] ?? ""}/${version}/${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

function rulesIn(folder: string, ending: string): readonly string[] {
  return readdirSync(join(project, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.includes("/") && file.endsWith(ending))
    .map((file) => file.slice(file.lastIndexOf("/") + 1, -ending.length))
    .toSorted();
}
