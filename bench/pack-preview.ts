import { execFile } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { buildExecutable } from "../policypack/build.mjs";
import { engineEnvironment } from "../sandbox/engine.ts";
import { startSandbox } from "../sandbox/server.ts";
import { stackWorkspace } from "../sandbox/workspace.ts";
import { asRecorded, packResources } from "./pack-resources.ts";
import { writePlainProgram } from "./plain-program.ts";

const project = resolve(import.meta.dirname, "..");
// The sandbox is served by this very process, so nothing here may block it.
const execute = promisify(execFile);

/** Wall seconds of two previews of the same program, one after the other. */
export interface PreviewPair {
  readonly empty: number;
  readonly whole: number;
}

/** Previews a program of so many resources with a pack without rules and with the whole pack, in turn. */
export async function previewPairs(home: string, resources: number, runs: number, say: (pair: PreviewPair, run: number) => void): Promise<readonly PreviewPair[]> {
  const program = join(home, "program");
  writePlainProgram(program, packResources(resources).map(asRecorded));
  symlinkSync(join(project, "node_modules"), join(program, "node_modules"));
  // Every level is lowered, so that a finding fails no preview; all rules judge all the same.
  const lowered = join(home, "advisory.json");
  writeFileSync(lowered, JSON.stringify({ all: "advisory" }));
  const empty = await emptyPack(home);
  const whole = join(project, "policypack", "dist", "pack.cjs");
  const workspace = stackWorkspace(program, join(home, "sandbox"), "bench");
  mkdirSync(workspace.backend, { recursive: true });
  const sandbox = await startSandbox({ inventoryFile: join(home, "inventory.json"), faults: {} });
  try {
    // A trace for each of a program's promises is most of what a preview of so many resources takes, and nothing that a pack adds to.
    const environment = { ...engineEnvironment(workspace, sandbox.providers), NODE_OPTIONS: "--stack-trace-limit=0" };
    const pulumi = async (...args: readonly string[]): Promise<number> => {
      const started = performance.now();
      await execute("pulumi", [...args, "--stack", "bench"], { cwd: program, env: environment, maxBuffer: 2 ** 30 });
      return (performance.now() - started) / 1000;
    };
    await execute("pulumi", ["stack", "init", "bench", "--no-select"], { cwd: program, env: environment });
    await pulumi("config", "set", "aws:region", "us-east-1");
    const preview = async (pack: string): Promise<number> => await pulumi("preview", "--policy-pack", pack, "--policy-pack-config", lowered);
    await preview(empty);
    await preview(whole);
    const pairs: PreviewPair[] = [];
    for (let run = 1; run <= runs; run += 1) {
      const wholeFirst = run % 2 === 0 ? await preview(whole) : undefined;
      const emptyTime = await preview(empty);
      const pair = { empty: emptyTime, whole: wholeFirst ?? await preview(whole) };
      say(pair, run);
      pairs.push(pair);
    }
    return pairs;
  } finally {
    sandbox.stop();
  }
}

/** A pack like ours, built and served the same way, without a rule. */
async function emptyPack(home: string): Promise<string> {
  const folder = join(home, "empty-pack");
  mkdirSync(join(folder, "dist"), { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "name": "empty", "version": "0.1.0" }\n');
  const outfile = join(folder, "dist", "pack.cjs");
  const contents = ["serve", "end-with-engine"].map((name) => `import * as ${name.replaceAll("-", "_")} from ${JSON.stringify(join(project, "policypack", "serving", `${name}.ts`))};`);
  contents.push("end_with_engine.endWithEngine();", 'serve.servePack({ name: "empty", version: "0.1.0", displayName: "Empty", description: "Judges nothing." }, []);');
  await buildExecutable({ stdin: { contents: contents.join("\n"), resolveDir: project, loader: "ts" }, outfile });
  return outfile;
}
