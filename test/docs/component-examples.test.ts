import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { parse } from "yaml";
import * as exported from "../../components/index.ts";
import type { PackageSpec } from "../../components/remote-arguments.ts";
import { componentDocs } from "../../docs/generators/component-docs.ts";
import { requirementIds } from "../../docs/generators/requirement-ids.ts";
import { project } from "../architecture/source-files.ts";

const folder = mkdtempSync(join(tmpdir(), "hipaa-examples-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What an example may take as given: the deployment, and each component by the name that its own example gives it. */
const SURROUNDINGS = {
  deployment: "Deployment", stores: "StoreNames", keys: "KeyRing", network: "SecureVpc", recoveryNetwork: "SecureVpc", cluster: "PrivateEksCluster", data: "PhiDataStore",
  replica: "PhiReplica", alerts: "SecurityAlerts", identity: "Identity",
};

/*
 * Proves that what the pages show compiles against the components as they are; not that AWS takes it.
 */
test("every component's example compiles", { timeout: 120_000 }, () => {
  const components = componentDocs(join(project, "components/index.ts"), join(project, "node_modules"), requirementIds(join(project, "docs/requirements.csv")));
  const index = JSON.stringify(join(project, "components/index.ts"));
  const surroundings = Object.entries(SURROUNDINGS).map(([name, type]) => `  declare const ${name}: import(${index}).${type};`);
  // Without `noUncheckedIndexedAccess`, which is this project's own choice: few programs that use the components have it.
  const source = [
    `import { ${Object.keys(exported).join(", ")} } from ${index};`,
    ...components.flatMap(({ name, example }) => [
      `namespace ${name}Surroundings {`, ...surroundings, `  export function example${name}(): void {`, example, "  }", "}",
    ]),
  ].join("\n");
  writeFileSync(join(folder, "examples.mts"), source);
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({
    extends: join(project, "tsconfig.json"), files: ["examples.mts"], include: [],
    compilerOptions: { noUnusedLocals: false, erasableSyntaxOnly: false, noUncheckedIndexedAccess: false },
  }));
  symlinkSync(join(project, "node_modules"), join(folder, "node_modules"));

  const run = spawnSync(process.execPath, [join(project, "node_modules/typescript-7/bin/tsc"), "-p", folder], { encoding: "utf8" });

  expect(components.length).toBeGreaterThanOrEqual(8);
  expect(run.stdout.split("\n").filter((line) => line.includes("examples.mts"))).toEqual([]);
  expect(run.status, run.stdout).toBe(0);
});

test("the YAML program of the package's README names what the schema has", () => {
  const schema: PackageSpec = JSON.parse(readFileSync(join(project, "components/schema.json"), "utf8"));
  const text = /```yaml\n([\s\S]+?)\n```/u.exec(readFileSync(join(project, "components/README.md"), "utf8"))?.[1] ?? "";
  const { resources }: { readonly resources: Readonly<Record<string, { readonly type: string; readonly properties: object }>> } = parse(text);

  expect(Object.keys(resources)).toEqual(["keys", "network"]);
  for (const { type, properties } of Object.values(resources)) {
    const { inputProperties = {}, requiredInputs = [] } = schema.resources[type] ?? {};
    expect(Object.keys(inputProperties)).toEqual(expect.arrayContaining(Object.keys(properties)));
    expect(Object.keys(properties)).toEqual(expect.arrayContaining([...requiredInputs]));
  }
  expect(Object.keys(schema.resources["hipaa:index:KeyRing"]?.properties ?? {})).toContain(/keys\.(\w+)/u.exec(text)?.[1]);
});
