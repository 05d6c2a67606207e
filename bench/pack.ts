import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs, promisify, styleText } from "node:util";
import { type CheckovRun, checkovVersion, runCheckov } from "./pack-checkov.ts";
import { type PreviewPair, previewPairs } from "./pack-preview.ts";
import { type PackRun, runPack } from "./pack-process.ts";
import { PACK_TYPES, packResources } from "./pack-resources.ts";
import { type Spread, spread } from "./spread.ts";

const pack = resolve(import.meta.dirname, "..", "policypack", "dist", "pack.cjs");
const SIZES = [100, 1000, 10_000] as const;
const CHECKOV_SIZES = [100, 1000] as const;
const execute = promisify(execFile);
const PREVIEW_RESOURCES = 1000;
const BARS = { startSeconds: 2, growth: 1.3, timesCheckov: 20, previewSeconds: 1.5 + PREVIEW_RESOURCES / 1000 } as const;

const USAGE = `Usage: npm run bench:pack -- [--runs N] [--only process,preview,checkov] [--json]
Measures the policy pack on ${SIZES.join(", ")} resources of ${String(PACK_TYPES)} types, each run in a fresh process; in the preview of a program
of ${String(PREVIEW_RESOURCES)} resources, against a pack without rules; and against checkov on the same resources as a Terraform plan.
  --runs   of each measurement, the median counts; 3 when not given
  --only   some of the three measurements
  --json   prints the result as JSON
Checkov is looked for on the PATH, or where the variable CHECKOV says; without it that comparison is left out.
Exits 1 when a bar is missed. The bars hold for a machine that does nothing else.`;

interface Bar {
  readonly what: string;
  readonly measured: number;
  readonly limit: number;
  readonly unit: string;
  readonly met: boolean;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { runs: { type: "string", default: "3" }, only: { type: "string", default: "process,preview,checkov" }, json: { type: "boolean", default: false }, help: { type: "boolean", default: false } },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const runs = Number(values.runs);
  const only = new Set(values.only.split(","));
  if (!Number.isInteger(runs) || runs < 1 || runs > 99 || [...only].some((name) => !["process", "preview", "checkov"].includes(name))) {
    console.error(USAGE);
    return 2;
  }
  const say = values.json ? console.error : console.log;
  const home = mkdtempSync(join(tmpdir(), "hipaa-bench-pack-"));
  try {
    const processes = only.has("process") || only.has("checkov") ? await measureProcesses(runs, say) : [];
    const previews = only.has("preview") ? await measurePreviews(home, runs, say) : [];
    const checkov = only.has("checkov") ? await measureCheckov(home, runs, say) : undefined;
    if (checkov !== undefined) {
      const through = (judged(processes, 1000) - judged(processes, 100)) / 900;
      say(`  through the engine's calls, one for each resource: ${(checkovSeconds(checkov) / through).toFixed(1)} x checkov's resources a second`);
    }
    const bars = [...processBars(processes), ...previewBars(previews), ...checkovBars(checkov)];
    if (values.json) {
      console.log(JSON.stringify({ runs, types: PACK_TYPES, processes, previews, checkov, bars }, undefined, 2));
    } else {
      console.log(`\n${bars.map(barLine).join("\n")}`);
    }
    return bars.every(({ met }) => met) ? 0 : 1;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

type Say = (text: string) => void;

async function measureProcesses(runs: number, say: Say): Promise<readonly PackRun[]> {
  say(`The pack in a process of its own, ${String(PACK_TYPES)} types, ${String(runs)} runs of each:`);
  const results: PackRun[] = [];
  for (const size of SIZES) {
    const resources = packResources(size);
    const own: PackRun[] = [];
    for (let run = 1; run <= runs; run += 1) {
      own.push(await runPack(pack, resources));
    }
    results.push(...own);
    const of = (pick: (run: PackRun) => number): Spread => spread(own.map(pick));
    const judge = of(({ judgeSeconds }) => judgeSeconds);
    say(`  ${String(size).padStart(6)} resources: start-up ${text(of(({ startSeconds }) => startSeconds))} s, judged in ${text(judge)} s (processor ${text(of(({ judgeProcessorSeconds }) => judgeProcessorSeconds))} s),`
      + ` ${((own[0]?.judgements ?? 0) / judge.median).toFixed(0)} judgements/s, ${(size / judge.median).toFixed(0)} resources/s, ${of(({ megabytes }) => megabytes).median.toFixed(0)} MB`);
  }
  return results;
}

async function measurePreviews(home: string, runs: number, say: Say): Promise<readonly PreviewPair[]> {
  say(`Previews of ${String(PREVIEW_RESOURCES)} resources, a pack without rules and the whole pack in turn:`);
  return await previewPairs(home, PREVIEW_RESOURCES, runs, ({ empty, whole }, run) => {
    say(`  run ${String(run)}: without rules ${empty.toFixed(2)} s, whole ${whole.toFixed(2)} s, adds ${(whole - empty).toFixed(2)} s`);
  });
}

interface CheckovResult {
  readonly version: string;
  /** Seconds in which the pack judged 1,000 resources that it read from a file, as checkov does. */
  readonly packSeconds: readonly number[];
  /** Runs by number of resources. */
  readonly runs: Readonly<Record<number, readonly CheckovRun[]>>;
}

async function measureCheckov(home: string, runs: number, say: Say): Promise<CheckovResult | undefined> {
  const command = process.env["CHECKOV"] ?? "checkov";
  const version = await checkovVersion(command);
  if (version === undefined) {
    say("checkov is not installed; nothing is compared with it");
    return undefined;
  }
  say(`checkov ${version} on the same resources as a Terraform plan:`);
  const measured: Record<number, CheckovRun[]> = {};
  for (const size of CHECKOV_SIZES) {
    const own: CheckovRun[] = [];
    for (let run = 1; run <= runs; run += 1) {
      own.push(await runCheckov(command, packResources(size), home));
    }
    measured[size] = own;
    say(`  ${String(size).padStart(6)} resources: ${text(spread(own.map(({ seconds }) => seconds)))} s, ${String(own[0]?.checks ?? 0)} checks`);
  }
  const file = join(home, "resources.json");
  writeFileSync(file, JSON.stringify(packResources(1000)));
  const packSeconds: number[] = [];
  for (let run = 1; run <= runs; run += 1) {
    const { stdout } = await execute(process.execPath, [join(import.meta.dirname, "pack-file.ts"), file], { maxBuffer: 2 ** 28 });
    const judgedFile: { readonly seconds: number } = JSON.parse(stdout);
    packSeconds.push(judgedFile.seconds);
  }
  say(`  the pack, of 1000 resources in a file, start-up apart: ${text(spread(packSeconds))} s`);
  return { version, packSeconds, runs: measured };
}

function processBars(runs: readonly PackRun[]): readonly Bar[] {
  if (runs.length === 0) {
    return [];
  }
  const growth = judged(runs, 10_000) / (10 * judged(runs, 1000));
  return [
    atMost("start-up of the pack", spread(runs.map(({ startSeconds }) => startSeconds)).median, BARS.startSeconds, "s"),
    atMost("10,000 resources, of 10 times 1,000", growth, BARS.growth, "x"),
  ];
}

function previewBars(pairs: readonly PreviewPair[]): readonly Bar[] {
  const added = spread(pairs.map(({ empty, whole }) => whole - empty)).median;
  return pairs.length === 0 ? [] : [atMost(`added to a preview of ${String(PREVIEW_RESOURCES)} resources`, added, BARS.previewSeconds, "s")];
}

/**
 * Seconds a resource, start-up apart: of checkov that is what 900 more resources take, the pack tells it
 * itself. Both read a file; how the pack does through the calls of the engine stands in the line above the bars.
 */
function checkovBars(checkov: CheckovResult | undefined): readonly Bar[] {
  if (checkov === undefined) {
    return [];
  }
  const measured = checkovSeconds(checkov) / (spread(checkov.packSeconds).median / 1000);
  return [{ what: `resources a second, of checkov's ${(1 / checkovSeconds(checkov)).toFixed(0)}`, measured, limit: BARS.timesCheckov, unit: "x at least", met: measured >= BARS.timesCheckov }];
}

function checkovSeconds({ runs }: CheckovResult): number {
  const seconds = (size: number): number => spread((runs[size] ?? []).map((run) => run.seconds)).median;
  return (seconds(1000) - seconds(100)) / 900;
}

/** Median seconds that so many resources took, start-up apart. */
function judged(runs: readonly PackRun[], size: number): number {
  return spread(runs.filter(({ resources }) => resources === size).map(({ judgeSeconds }) => judgeSeconds)).median;
}

function atMost(what: string, measured: number, limit: number, unit: string): Bar {
  return { what, measured, limit, unit: `${unit} at most`, met: measured <= limit };
}

function barLine({ what, measured, limit, unit, met }: Bar): string {
  return `${met ? styleText("green", "met   ") : styleText("red", "MISSED")} ${what.padEnd(44)} ${measured.toFixed(2)} (bar ${String(limit)} ${unit})`;
}

function text({ least, median, most }: Spread): string {
  return `${median.toFixed(2)} (${least.toFixed(2)} to ${most.toFixed(2)})`;
}

process.exitCode = await main();
