import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as components from "../../components/index.ts";
import { project } from "../architecture/source-files.ts";

interface AnalyzeResult {
  readonly components: Readonly<Record<string, { readonly description?: string; readonly inputs: object; readonly outputs: object }>>;
}

interface AnalyzerModule {
  readonly Analyzer: new (folder: string, name: string, packageJson: object, components: ReadonlySet<string>) => { analyze(): AnalyzeResult };
}

const require = createRequire(import.meta.url);
const { Analyzer }: AnalyzerModule = require("@pulumi/pulumi/provider/experimental/analyzer");

/** Exported classes are the components; everything else is a closed set or a function. */
const names = Object.entries(components).filter(([, value]) => typeof value === "function" && /^class\s/u.test(Function.prototype.toString.call(value))).map(([name]) => name);

describe("Pulumi's component analyzer", () => {
  test("reads every component, so that the package serves all Pulumi languages", { timeout: 60_000 }, () => {
    const folder = join(project, "components");
    const result = new Analyzer(folder, "hipaa", require(join(folder, "package.json")), new Set(names)).analyze();

    expect(Object.keys(result.components).toSorted()).toEqual(names.toSorted());
    for (const [name, component] of Object.entries(result.components)) {
      expect(component.description, `${name} says what it guarantees`).toMatch(/Guarantees/u);
      expect(Object.keys(component.inputs), `${name} takes a deployment`).toContain("deployment");
      expect(Object.keys(component.outputs), `${name} has outputs`).not.toEqual([]);
    }
  });
});
