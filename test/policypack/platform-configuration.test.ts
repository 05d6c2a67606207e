import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { schemaOf } from "../../policypack/engine/settings.ts";
import { rules } from "../../policypack/rules/index.ts";
import { project } from "../architecture/source-files.ts";

const configuration: Readonly<Record<string, Readonly<Record<string, unknown>>>> = JSON.parse(readFileSync(join(project, "policy-pack.json"), "utf8"));
const byName = new Map(rules.map((rule) => [rule.name, rule]));

/* Proves that policy-pack.json says what the pack understands: the engine would pass over a name that it does not know. */
describe.each(Object.entries(configuration))("the platform's configuration of %s", (name, properties) => {
  const declared = schemaOf(byName.get(name)?.parameters ?? {}).properties;

  test("is of a rule that exists, and lowers nothing", () => {
    expect(byName.has(name)).toBe(true);
    expect(Object.keys(properties)).not.toContain("enforcementLevel");
  });

  test.each(Object.entries(properties))("gives %s as the rule takes it", (property, value) => {
    const schema = declared[property];
    expect(schema).toBeDefined();
    expect(Array.isArray(value) ? "array" : typeof value).toBe(schema?.type);
    expect(value).not.toEqual(schema?.default);
  });
});
