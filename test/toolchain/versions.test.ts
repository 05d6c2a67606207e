/** Proves that the versions in the tool chain, package.json and go.mod are the same ones. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

function read(name: string): string {
  return readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
}

function constant(name: string): string | undefined {
  return new RegExp(`export const ${name} = "(.+)";`).exec(read("toolchain/versions.mjs"))?.[1];
}

const goModule = read("toolchain/language-host/go.mod");
const { devDependencies, dependencies }: Record<string, Record<string, string>> = JSON.parse(read("package.json"));

test("the CLI that is downloaded, the one that is built and the SDK are one version", () => {
  expect(devDependencies?.["pulumi"]).toBe(constant("PULUMI_VERSION"));
  expect(dependencies?.["@pulumi/pulumi"]).toBe(constant("PULUMI_VERSION"));
  for (const part of ["pkg", "sdk"]) {
    expect(goModule).toMatch(new RegExp(`github\\.com/pulumi/pulumi/${part}/v3 v${constant("PULUMI_VERSION")}( // indirect)?\n`));
  }
});

test("the oldest Go is the one the module asks for", () => {
  expect(goModule).toContain(`\ngo ${constant("GO_MINIMUM")}\n`);
});
