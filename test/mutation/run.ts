import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type MutationReport, type Score, scoreOf, survivorsOf } from "./mutation-score.ts";

/** What is mutated at once, and the tests that may notice. */
interface Part {
  readonly mutate: string;
  readonly tests: string;
}

const project = resolve(import.meta.dirname, "../..");
const reports = join(project, "reports", "mutation");
const BAR = 85;

const USAGE = `Usage: npm run mutation -- [--list] [--survivors] [--fresh] [part ...]
Changes the policy pack in small ways and counts how many changes its tests notice; the bar is ${String(BAR)} %.
Parts are engine, serving and each folder of policypack/rules; without any, all of them (about 50 minutes on one core).
  --list       names the parts
  --survivors  prints what earlier runs left unnoticed, and mutates nothing
  --fresh      trusts no earlier run`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { list: { type: "boolean" }, survivors: { type: "boolean" }, fresh: { type: "boolean" }, help: { type: "boolean" } },
    allowPositionals: true,
  });
  if (values.help === true) {
    console.log(USAGE);
    return 0;
  }
  const parts = partsOf();
  const unknown = positionals.filter((name) => !parts.has(name));
  if (values.list === true || unknown.length > 0) {
    console.log(`${unknown.length > 0 ? `no part ${unknown.join(", ")}; the parts are: ` : ""}${[...parts.keys()].join(" ")}`);
    return unknown.length > 0 ? 2 : 0;
  }
  const chosen = positionals.length > 0 ? positionals : [...parts.keys()];
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
    if (part === undefined || !await mutate(name, part, values.fresh === true)) {
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

function partsOf(): ReadonlyMap<string, Part> {
  const folders = readdirSync(join(project, "policypack", "rules"), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).toSorted();
  const all = "test/policypack/**/*.test.ts";
  return new Map([
    ["engine", { mutate: "policypack/engine/*.ts,!policypack/engine/citations.ts,!policypack/engine/taggable-types.ts", tests: all }],
    ["serving", { mutate: "policypack/serving/analyze-*.ts", tests: "test/policypack/serving/*.test.ts" }],
    ...folders.map((folder): [string, Part] => [folder, { mutate: `policypack/rules/${folder}/*.ts`, tests: `test/policypack/rules/${folder}/*.test.ts` }]),
  ]);
}

/** @returns whether Stryker ran to its end */
async function mutate(name: string, part: Part, fresh: boolean): Promise<boolean> {
  const argv = [join(project, "node_modules/@stryker-mutator/core/bin/stryker.js"), "run", "--mutate", part.mutate, "--incrementalFile", join(reports, `${name}.incremental.json`), ...(fresh ? ["--force"] : [])];
  return await new Promise((settle) => {
    let output = "";
    const child = spawn(process.execPath, argv, { cwd: project, env: { ...process.env, MUTATION_TESTS: part.tests, MUTATION_PART: name } });
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
  return JSON.parse(readFileSync(join(reports, `${name}.json`), "utf8"));
}

function percent({ noticed, unnoticed }: Score): number {
  return noticed + unnoticed === 0 ? 100 : (noticed / (noticed + unnoticed)) * 100;
}

function line(name: string, score: Score): string {
  return `${name.padEnd(20)} ${percent(score).toFixed(1).padStart(5)} %  ${String(score.noticed).padStart(6)} of ${String(score.noticed + score.unnoticed)} changes noticed`;
}

process.exitCode = await main();
