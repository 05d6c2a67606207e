import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type MutationReport, type Score, scoreOf, survivorsOf } from "./mutation-score.ts";
import { strykerSettings } from "./stryker-settings.ts";

/** What is mutated at once, and the tests that may notice. */
interface Part {
  readonly mutate: readonly string[];
  readonly tests: readonly string[];
}

const project = resolve(import.meta.dirname, "../..");
const reports = join(project, "reports", "mutation");
const BAR = 85;

const USAGE = `Usage: npm run mutation -- [--list] [--survivors] [--scores] [--fresh] [part ...]
Changes the policy pack in small ways and counts how many changes its tests notice; the bar is ${String(BAR)} %.
Parts are engine (or one file of it, such as engine/reader), serving, and each folder of policypack/rules;
without any, all of them (about a quarter of an hour on one core).
  --list       names the parts
  --survivors  prints what earlier runs left unnoticed, and mutates nothing
  --scores     prints the scores of earlier runs, and mutates nothing
  --fresh      trusts no earlier run`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { list: { type: "boolean" }, survivors: { type: "boolean" }, scores: { type: "boolean" }, fresh: { type: "boolean" }, help: { type: "boolean" } },
    allowPositionals: true,
  });
  if (values.help === true) {
    console.log(USAGE);
    return 0;
  }
  const parts = partsOf();
  const asked = positionals.flatMap((name) => (name === "engine" ? [...parts.keys()].filter((part) => part.startsWith("engine/")) : [name]));
  const unknown = asked.filter((name) => !parts.has(name));
  if (values.list === true || unknown.length > 0) {
    console.log(`${unknown.length > 0 ? `no part ${unknown.join(", ")}; the parts are: ` : ""}${[...parts.keys()].join(" ")}`);
    return unknown.length > 0 ? 2 : 0;
  }
  const chosen = asked.length > 0 ? asked : [...parts.keys()];
  if (values.survivors === true) {
    for (const survivor of chosen.flatMap((name) => survivorsOf(reportOf(name)))) {
      console.log(survivor);
    }
    return 0;
  }
  mkdirSync(reports, { recursive: true });
  const scores: Score[] = [];
  const broken: string[] = [];
  for (const name of chosen) {
    const part = parts.get(name);
    if (part === undefined || (values.scores !== true && !await mutate(name, part, values.fresh === true))) {
      console.error(`${name}: the run did not end; its output stands above`);
      broken.push(name);
      continue;
    }
    const score = scoreOf(reportOf(name));
    scores.push(score);
    console.log(line(name, score));
  }
  const total = scores.reduce((sum, { noticed, unnoticed }) => ({ noticed: sum.noticed + noticed, unnoticed: sum.unnoticed + unnoticed }), { noticed: 0, unnoticed: 0 });
  console.log(line("all", total));
  return broken.length === 0 && percent(total) >= BAR ? 0 : 1;
}

/** Files whose text the generated pages hold, and the gate compares. */
const TEXT_ALONE = ["citations.ts", "pack-rules.ts", "taggable-types.ts"];

/** What answers the engine; the rest of serving starts and ends a process, which the tests of the engine room prove. */
const SERVING = ["analyze-by-type", "analyze-stack-once", "decode-structs", "judge-policies"];

/** What every rule rests on is mutated with the tests of a few services: all of them would run for each change, and the score is a lower bound. */
const FOUNDATION = new Set(["expected-values.ts", "judge.ts", "policies.ts", "reader.ts", "rule.ts", "settings.ts", "stack.ts", "tags.ts"]);
const FOUNDATION_TESTS = ["engine", "serving", "rules/backup", "rules/ec2", "rules/rds", "rules/s3"].map((folder) => `test/policypack/${folder}/*.test.ts`);

function partsOf(): ReadonlyMap<string, Part> {
  const pack = join(project, "policypack");
  const folders = readdirSync(join(pack, "rules"), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).toSorted();
  const engine = readdirSync(join(pack, "engine")).filter((file) => !TEXT_ALONE.includes(file)).toSorted();
  return new Map([
    ...engine.map((file): [string, Part] => [`engine/${file.replace(/\.ts$/u, "")}`, { mutate: [`policypack/engine/${file}`], tests: FOUNDATION.has(file) ? FOUNDATION_TESTS : ["test/policypack/**/*.test.ts"] }]),
    ["serving", { mutate: SERVING.map((file) => `policypack/serving/${file}.ts`), tests: ["test/policypack/serving/*.test.ts"] }],
    ...folders.map((folder): [string, Part] => [folder, { mutate: [`policypack/rules/${folder}/*.ts`], tests: [`test/policypack/rules/${folder}/*.test.ts`] }]),
  ]);
}

/** @returns whether Stryker ran to its end */
async function mutate(name: string, part: Part, fresh: boolean): Promise<boolean> {
  const settings = join(reports, `${fileNameOf(name)}.settings.json`);
  writeFileSync(settings, JSON.stringify(strykerSettings(fileNameOf(name), part.mutate)));
  const argv = [join(project, "node_modules/@stryker-mutator/core/bin/stryker.js"), "run", settings, ...(fresh ? ["--force"] : [])];
  return await new Promise((settle) => {
    let output = "";
    const child = spawn(process.execPath, argv, { cwd: project, env: { ...process.env, MUTATION_TESTS: part.tests.join(",") } });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => { output += chunk.toString(); });
    }
    child.on("error", (error) => { output += error.message; });
    child.on("close", (code) => {
      if (code !== 0) {
        console.error(output.slice(-4000));
      }
      settle(code === 0);
    });
  });
}

function reportOf(name: string): MutationReport {
  return JSON.parse(readFileSync(join(reports, `${fileNameOf(name)}.json`), "utf8"));
}

function fileNameOf(part: string): string {
  return part.replace("/", "-");
}

function percent({ noticed, unnoticed }: Score): number {
  return noticed + unnoticed === 0 ? 100 : (noticed / (noticed + unnoticed)) * 100;
}

function line(name: string, score: Score): string {
  return `${name.padEnd(36)} ${percent(score).toFixed(1).padStart(5)} %  ${String(score.noticed).padStart(6)} of ${String(score.noticed + score.unnoticed)} changes noticed`;
}

process.exitCode = await main();
