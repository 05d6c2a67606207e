import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs, styleText } from "node:util";

/** One check of the gate. */
interface Step {
  readonly name: string;
  /** What it proves, for the person who waits. */
  readonly what: string;
  readonly argv: readonly [string, ...string[]];
  readonly cwd?: string;
}

interface StepResult {
  readonly passed: number;
  readonly failed: number;
}

const project = resolve(import.meta.dirname, "..");
const vitestReport = join(project, "reports", "vitest.json");
const node = process.execPath;
const vitest = join(project, "node_modules", "vitest", "vitest.mjs");

const STATIC: readonly Step[] = [
  { name: "types", what: "every file under strict types", argv: [node, "node_modules/typescript-7/bin/tsc", "-p", "."] },
  { name: "toolchain types", what: "the plain JavaScript of toolchain/", argv: [node, "node_modules/typescript-7/bin/tsc", "-p", "toolchain"] },
  { name: "lint", what: "type-aware rules, imports per room", argv: [node, "node_modules/oxlint/bin/oxlint", "--type-aware"] },
  { name: "generated", what: "generated files match their sources", argv: [node, "docs/generate.ts", "--check"] },
];
const LANGUAGE_HOST: Step = {
  name: "language host", what: "Go tests of the host for a built CLI", argv: ["go", "test", "./..."], cwd: "toolchain/language-host",
};

/** Runs the whole gate, or the vitest files whose path contains one of the arguments. */
async function main(): Promise<number> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const started = performance.now();
  const results: StepResult[] = [];
  if (positionals.length === 0) {
    results.push(...await Promise.all(STATIC.map(runStep)));
    // The host is only used, and Go only needed, where the CLI was built from its modules.
    if (process.env["PATH"]?.includes("-built-") === true) {
      results.push(await runStep(LANGUAGE_HOST));
    }
  }
  results.push(await runVitest(positionals));
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(`\n${((performance.now() - started) / 1000).toFixed(0)} s`);
  console.log(`${String(passed)} passed, ${String(failed)} failed`);
  return failed === 0 ? 0 : 1;
}

async function runStep(step: Step): Promise<StepResult> {
  const started = performance.now();
  const [command, ...args] = step.argv;
  const { code, output } = await run(command, args, join(project, step.cwd ?? "."));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const mark = code === 0 ? styleText("green", "ok  ") : styleText("red", "FAIL");
  console.log(`${mark} ${step.name.padEnd(16)} ${step.what} (${seconds} s)`);
  if (code !== 0) {
    console.log(output);
  }
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function runVitest(filters: readonly string[]): Promise<StepResult> {
  mkdirSync(join(project, "reports"), { recursive: true });
  rmSync(vitestReport, { force: true });
  const args = [vitest, "run", "--reporter=default", "--reporter=json", `--outputFile.json=${vitestReport}`, ...filters];
  const code = await new Promise<number>((settle) => {
    spawn(node, args, { cwd: project, stdio: "inherit" }).on("exit", (exit) => { settle(exit ?? 1); });
  });
  const report: { readonly numPassedTests: number; readonly numFailedTests: number; readonly numFailedTestSuites: number } = JSON.parse(readFileSync(vitestReport, "utf8"));
  // A file that cannot be loaded has no failed test, but vitest's exit code tells.
  return { passed: report.numPassedTests, failed: Math.max(report.numFailedTests, code === 0 ? 0 : 1) };
}

async function run(command: string, args: readonly string[], cwd: string): Promise<{ readonly code: number; readonly output: string }> {
  return await new Promise((settle) => {
    let output = "";
    const child = spawn(command, [...args], { cwd, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", (chunk: Buffer) => { output += chunk.toString(); });
    child.stderr.on("data", (chunk: Buffer) => { output += chunk.toString(); });
    child.on("error", (error) => { settle({ code: 1, output: error.message }); });
    child.on("close", (code) => { settle({ code: code ?? 1, output }); });
  });
}

process.exitCode = await main();
