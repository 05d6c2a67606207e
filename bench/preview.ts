import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs, promisify } from "node:util";
import { engineEnvironment } from "../sandbox/engine.ts";
import { startSandbox } from "../sandbox/server.ts";
import { type StackWorkspace, stackWorkspace } from "../sandbox/workspace.ts";
import { type RecordedResource, writePlainProgram } from "./plain-program.ts";
import { type Spread, spread } from "./spread.ts";

/*
 * Compares the wall time of our prod preview, judged by the whole policy pack, with a plain Pulumi
 * program that registers the same resources and is not judged: same engine, same sandbox, same
 * process serving both, alternating runs, both against an empty state.
 */
const project = resolve(import.meta.dirname, "..");
const BAR = 0.6;
// The sandbox is served by this very process, so nothing here may block it.
const execute = promisify(execFile);

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { runs: { type: "string", default: "7" }, stack: { type: "string", default: "prod" }, json: { type: "boolean", default: false } } });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 3 || runs > 99) {
    console.error(`--runs ${values.runs}: a whole number from 3 to 99; fewer tell nothing about the spread`);
    return 2;
  }
  const home = mkdtempSync(join(tmpdir(), "hipaa-bench-"));
  try {
    return await compare(home, values.stack, runs, values.json);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function compare(home: string, stack: string, runs: number, json: boolean): Promise<number> {
  const say = json ? console.error : console.log;
  say(`Recording the ${stack} stack in a sandbox of its own (about half a minute) ...`);
  await sandboxCommand(home, "up", "--stack", stack, "--skip-preview");
  const recorded = resourcesOf(stackWorkspace(project, home, stack));
  const plain = join(home, "plain");
  writePlainProgram(plain, recorded);
  symlinkSync(join(project, "node_modules"), join(plain, "node_modules"));
  const resources = recorded.filter(({ type }) => !type.startsWith("pulumi:")).length;

  const oursHome = join(home, "ours");
  await sandboxCommand(oursHome, "preview", "--stack", stack);
  const sandbox = await startSandbox({ inventoryFile: join(home, "empty.json"), faults: {} });
  try {
    const ours = stackWorkspace(project, oursHome, stack);
    const theirs: StackWorkspace = { ...ours, backend: join(home, "plain-backend") };
    mkdirSync(theirs.backend, { recursive: true });
    await pulumi(["stack", "init", "plain", "--no-select"], theirs, sandbox.providers, plain);
    await pulumi(["config", "set", "aws:region", "us-east-1", "--stack", "plain"], theirs, sandbox.providers, plain);
    const judged = async (): Promise<number> => await pulumi(["preview", "--stack", stack, "--config-file", ours.configFile, "--policy-pack", join(project, "policypack", "dist", "pack.cjs")], ours, sandbox.providers, project);
    // Node's compile cache comes with our tool chain; who writes a plain program has none.
    const unjudged = async (): Promise<number> => await pulumi(["preview", "--stack", "plain"], theirs, sandbox.providers, plain, { NODE_COMPILE_CACHE: undefined });
    say(`${String(resources)} resources; one warm-up of each, then ${String(runs)} alternating runs.`);
    await judged();
    await unjudged();
    const pairs: { readonly ours: number; readonly plain: number }[] = [];
    for (let pairing = 1; pairing <= runs; pairing += 1) {
      const oursFirst = pairing % 2 === 1 ? await judged() : undefined;
      const plainTime = await unjudged();
      const pair = { ours: oursFirst ?? await judged(), plain: plainTime };
      say(`  run ${String(pairing)}: ours ${pair.ours.toFixed(2)} s, plain ${pair.plain.toFixed(2)} s, ratio ${(pair.ours / pair.plain).toFixed(2)}`);
      pairs.push(pair);
    }
    const ratios = pairs.map((pair) => pair.ours / pair.plain);
    const result = { resources, ours: spread(pairs.map((pair) => pair.ours)), plain: spread(pairs.map((pair) => pair.plain)), ratio: spread(ratios), bar: BAR };
    if (json) {
      console.log(JSON.stringify(result));
    } else {
      console.log(`\nours, judged by the pack   median ${seconds(result.ours)}`);
      console.log(`plain program, not judged  median ${seconds(result.plain)}`);
      console.log(`ratio                      median ${result.ratio.median.toFixed(2)} (${result.ratio.least.toFixed(2)} to ${result.ratio.most.toFixed(2)}); bar ${String(BAR)}`);
    }
    return result.ratio.median <= BAR ? 0 : 1;
  } finally {
    sandbox.stop();
  }
}

/** Runs the CLI and returns its wall seconds. */
async function pulumi(args: readonly string[], workspace: StackWorkspace, providers: string, cwd: string, environment: NodeJS.ProcessEnv = {}): Promise<number> {
  const started = performance.now();
  await run("pulumi", args, { cwd, env: { ...engineEnvironment(workspace, providers), ...environment } });
  return (performance.now() - started) / 1000;
}

/** @throws {Error} with the end of the output, where the engine says what failed */
async function run(command: string, args: readonly string[], options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv }): Promise<void> {
  try {
    await execute(command, args, { ...options, maxBuffer: 2 ** 28 });
  } catch (error) {
    const { stdout, stderr }: { readonly stdout?: string; readonly stderr?: string } = Object(error);
    throw new Error(`${command} ${args.join(" ")} failed:\n${`${stdout ?? ""}${stderr ?? ""}`.slice(-4000)}`, { cause: error });
  }
}

/** Recording is not measured, and nothing interrupts it: the engine need not write its state after every step. */
const WITHOUT_CHECKPOINTS = { PULUMI_EXPERIMENTAL: "true", PULUMI_SKIP_CHECKPOINTS: "true" };

async function sandboxCommand(home: string, ...args: readonly string[]): Promise<void> {
  await run(process.execPath, [join(project, "sandbox/cli.ts"), ...args, "--json"], { cwd: project, env: { ...process.env, ...WITHOUT_CHECKPOINTS, SANDBOX_HOME: home } });
}

function resourcesOf(workspace: StackWorkspace): readonly RecordedResource[] {
  const state: { readonly checkpoint: { readonly latest: { readonly resources: readonly RecordedResource[] } } } = JSON.parse(readFileSync(workspace.stateFile, "utf8"));
  return state.checkpoint.latest.resources;
}

function seconds({ least, median, most }: Spread): string {
  return `${median.toFixed(2)} s (${least.toFixed(2)} to ${most.toFixed(2)})`;
}

process.exitCode = await main();
