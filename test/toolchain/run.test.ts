/** Proves what a command is given (PATH, environment, signals) and what it gives back (exit code, clean standard output). */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FakeClone, until } from "./fake-clone.ts";

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));

let clone: FakeClone;
beforeEach(() => {
  clone = new FakeClone();
});
afterEach(() => clone.remove());

/** A CLI on PATH that does this. */
function cliDoes(shell: string): void {
  clone.cliOnPath("3.259.0");
  clone.script("bin/pulumi", `if [ "$1" = version ]; then echo 3.259.0; exit 0; fi\n${shell}`);
}

describe("wrong use", () => {
  test.each([
    ["no command", [], "No command was given."],
    ["an unknown command", ["deploy"], 'There is no command "deploy".'],
    ["a name every object has", ["toString"], 'There is no command "toString".'],
  ])("%s ends with 2 and the list", async (_, args, problem) => {
    const { code, stdout, stderr } = await clone.run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(`${problem}\n\nUsage: npm run <command> -- [arguments]\n`);
  });

  test("a pinned Node that was not installed is named with the way out", async () => {
    rmSync(clone.path("node_modules/node"), { recursive: true });
    const { code, stderr } = await clone.run(["lint"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^The pinned Node .* Run `npm rebuild node --ignore-scripts=false`\.\n$/);
  });

  test("a policy pack that does not build stops the command", async () => {
    cliDoes("echo ran");
    clone.write("policypack/build.mjs", `console.log("pack.ts: error"); process.exit(1);`);
    const { code, stdout, stderr } = await clone.run(["pulumi", "preview"]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toBe("pack.ts: error\nThe policy pack could not be built; what went wrong is shown above.\n");
  });
});

test("--help lists every npm script with a line about it", async () => {
  // `prepare` is npm's own: it builds the pack at the end of an installation.
  const { scripts: { prepare: _prepare, ...scripts } }: { scripts: Record<string, string> } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8"));
  const { code, stdout } = await clone.run(["--help"]);
  expect(code).toBe(0);
  const listed = [...stdout.matchAll(/^ {2}(\S+) {2,}\S.+$/gm)].map(([, name]) => name);
  expect(listed).toHaveLength(Object.keys(scripts).length);
  expect(new Set(listed)).toEqual(new Set(Object.keys(scripts)));
  for (const [name, script] of Object.entries(scripts)) expect(script).toBe(`node toolchain/run.mjs ${name}`);
});

test("the command finds the pinned Node first, then the CLI, and the npm wrapper after both", async () => {
  cliDoes('echo "$PATH"');
  const wrapper = clone.path("node_modules/.bin");
  const { stdout } = await clone.run(["pulumi", "up"], { PATH: `${wrapper}:${clone.bin}` });
  expect(stdout.trim().split(":")).toEqual([clone.path("node_modules/node/bin"), clone.bin, wrapper, clone.bin]);
});

test("the environment is passed on with our additions, and a value the user set stays", async () => {
  cliDoes('echo "$PULUMI_SKIP_UPDATE_CHECK|$NODE_COMPILE_CACHE|$NODE_OPTIONS"');
  const { stdout } = await clone.run(["pulumi", "up"], { NODE_OPTIONS: "--no-warnings" });
  expect(stdout).toBe(`true|${clone.cache}/node-compile-cache|--no-warnings\n`);
  const own = await clone.run(["pulumi", "up"], { PULUMI_SKIP_UPDATE_CHECK: "false", NODE_COMPILE_CACHE: "/mine" });
  expect(own.stdout).toBe("false|/mine|\n");
});

test("the policy pack is built before, and only the command writes to standard output", async () => {
  cliDoes('echo "{}"');
  clone.write("policypack/build.mjs", `console.log("built the pack");`);
  expect(await clone.run(["pulumi", "stack", "export"])).toEqual({ code: 0, stdout: "{}\n", stderr: "built the pack\n" });
});

test("commands without the engine need no CLI", async () => {
  clone.write("policypack/build.mjs", `console.log("built", process.argv.slice(2).join(" "));`);
  expect(await clone.run(["build", "--watch"])).toEqual({ code: 0, stdout: "built --watch\n", stderr: "" });
  expect(clone.count("downloads")).toBe(0);
});

test.each([
  ["0", 0],
  ["7", 7],
])("exit code %s is passed on", async (text, code) => {
  cliDoes(`exit ${text}`);
  expect((await clone.run(["pulumi", "up"])).code).toBe(code);
});

test("a command killed by a signal is told as shells tell it", async () => {
  cliDoes("kill -KILL $$");
  expect((await clone.run(["pulumi", "up"])).code).toBe(137);
});

test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("%s reaches the command, which decides how to end", async (signal) => {
  cliDoes(`trap 'echo caught; exit 9' ${signal.slice(3)}; echo ready >> ${clone.path("ready")}; for i in 1 2 3 4 5 6; do /bin/sleep 1; done`);
  const { child, ended } = clone.start(["pulumi", "up"]);
  await until("the command", () => existsSync(clone.path("ready")));
  child.kill(signal);
  expect(await ended).toEqual({ code: 9, stdout: "caught\n", stderr: "" });
});
