import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as components from "../../components/index.ts";
import type { PackageSpec } from "../../components/remote-arguments.ts";
import { project } from "../architecture/source-files.ts";

/** Exported classes are the components; everything else is a closed set or a function. */
const names = Object.entries(components).filter(([, value]) => typeof value === "function" && /^class\s/u.test(Function.prototype.toString.call(value))).map(([name]) => name);

interface Described {
  readonly description?: string;
}

/*
 * The schema is what Pulumi's component analyzer reads out of the sources; the gate's step `generated`
 * makes it anew and compares. Here is what must be in it, so that the package serves all Pulumi languages.
 */
describe("the schema of the component package", () => {
  const schema: PackageSpec & { readonly resources: Readonly<Record<string, Described>> } = JSON.parse(readFileSync(join(project, "components/schema.json"), "utf8"));

  test("has every component that the package exports, and no other", () => {
    expect(names.length).toBeGreaterThanOrEqual(8);
    expect(Object.keys(schema.resources)).toEqual(names.map((name) => `hipaa:index:${name}`).toSorted());
  });

  test.each(names)("says of %s what it guarantees, takes and gives", (name) => {
    const component = schema.resources[`hipaa:index:${name}`];
    expect(component?.description).toMatch(/\nGuarantees: /u);
    expect(component?.requiredInputs).toContain("deployment");
    expect(Object.keys(component?.properties ?? {})).not.toEqual([]);
  });

  test("names no type that it does not define", () => {
    const refs = [...JSON.stringify(schema).matchAll(/"\$ref":"#\/types\/([^"]+)"/gu)].map(([, type]) => type ?? "");
    expect(refs.length).toBeGreaterThan(20);
    expect(refs.filter((type) => !(type in schema.types))).toEqual([]);
  });
});
