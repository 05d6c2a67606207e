/** Proves when `npm ci` runs and what is said when it fails; npm is a script of the test. */
import { existsSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FakeClone, lockFile } from "./fake-clone.ts";

const HIDDEN = "node_modules/.package-lock.json";

let clone: FakeClone;
let env: Record<string, string>;
beforeEach(() => {
  clone = new FakeClone();
  clone.cliOnPath("3.259.0");
  env = { npm_execpath: clone.path("npm-cli.js") };
  npmDoes(`setTimeout(() => fs.copyFileSync("package-lock.json", "${HIDDEN}"), 300);`);
});
afterEach(() => clone.remove());

function npmDoes(javascript: string): void {
  clone.write(
    "npm-cli.js",
    `const fs = require("fs");
     fs.appendFileSync("installs", process.argv.slice(2).join(" ") + "\\n");
     ${javascript}`,
  );
}

test("a failed install shows the end of what npm said, and the command does not run", async () => {
  rmSync(clone.path(HIDDEN));
  npmDoes(`console.error("npm error code E404\\nnpm error 404 Not Found: a@1.0.0"); process.exit(1);`);
  const { code, stdout, stderr } = await clone.run(["pulumi", "up"], env);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr.slice(stderr.indexOf("The packages"))).toBe(
    [
      "The packages could not be installed: npm ci ended with exit code 1. It said:",
      "  npm error code E404",
      "  npm error 404 Not Found: a@1.0.0",
      "Check that npm reaches its registry (`npm ping`), then run the command again.",
      "",
    ].join("\n"),
  );
});

// Where this Node has an npm beside it, the real one would run.
const bareNode = !["node_modules/npm", "../lib/node_modules/npm"].some((npm) => existsSync(join(dirname(process.execPath), npm)));

test.runIf(bareNode)("without npm it is said what to install", async () => {
  rmSync(clone.path(HIDDEN));
  const { code, stderr } = await clone.run(["pulumi", "up"]);
  expect(code).toBe(1);
  expect(stderr).toContain("npm is not on PATH. Install Node with npm: https://nodejs.org");
});

test("a lock file that is not there is named", async () => {
  rmSync(clone.path("package-lock.json"));
  const { code, stderr } = await clone.run(["pulumi", "up"], env);
  expect({ code, stderr }).toEqual({ code: 1, stderr: "package-lock.json is missing or is not JSON; restore it from git.\n" });
});

test.each([
  ["nothing is installed", undefined],
  ["another version is installed", { "node_modules/a": { version: "0.9.0", integrity: "sha512-a" } }],
  ["another content is installed", { "node_modules/a": { version: "1.0.0", integrity: "sha512-b" } }],
  ["a package is missing", {}],
])("npm ci runs when %s", async (_, installed) => {
  if (installed === undefined) rmSync(clone.path(HIDDEN));
  else clone.write(HIDDEN, lockFile(installed));
  const { code, stdout, stderr } = await clone.run(["pulumi", "up"], env);
  expect({ code, stdout }).toEqual({ code: 0, stdout: "installed CLI ran: up\n" });
  expect(stderr).toMatch(/^Installing packages with npm ci \(about a minute\)\n.*: done after \d s\n$/);
  expect(clone.read("installs")).toMatch(/^ci /);
});

test.each([
  ["all is installed", {}],
  ["only a package of another platform is missing", { "node_modules/b": { version: "1.0.0", optional: true } }],
])("npm does not run when %s", async (_, more) => {
  clone.write("package-lock.json", lockFile({ "node_modules/a": { version: "1.0.0", integrity: "sha512-a" }, ...more }));
  const { code, stderr } = await clone.run(["pulumi", "up"], env);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(clone.count("installs")).toBe(0);
});

test("two commands at once install once", async () => {
  rmSync(clone.path(HIDDEN));
  const both = await Promise.all([clone.run(["pulumi", "up"], env), clone.run(["pulumi", "up"], env)]);
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  expect(clone.count("installs")).toBe(1);
  expect(both.filter(({ stderr }) => /^Waiting for process \d+, which is installing/m.test(stderr))).toHaveLength(1);
});
