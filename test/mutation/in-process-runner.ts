import { globSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { INSTRUMENTER_CONSTANTS, type InstrumenterContext } from "@stryker-mutator/api/core";
import { declareFactoryPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  type DryRunOptions, type DryRunResult, DryRunStatus, type MutantRunOptions, type MutantRunResult, MutantRunStatus, type TestResult, type TestRunner, TestStatus,
} from "@stryker-mutator/api/test-runner";
import { filesTakenIn, makeReloadable, reload } from "./reloadable-files.ts";
import { type CollectedFile, startCollection } from "./test-collection.ts";

/** Tests that run every rule on everything, and so would for every mutant: the score is what the others notice. */
const EVERYTHING = /hostile-inputs|policy-document-monotonic|policypack\/controls\/|platform-configuration/u;

const PATIENCE = 5000;

/**
 * Runs the pack's tests in Stryker's own process: each mutant takes the files of its tests anew, and no
 * worker, server or file system in between. That is an eighth of the time that a test runner for people needs.
 */
class InProcessRunner implements TestRunner {
  readonly #state: InstrumenterContext = stateOfInstrumentedCode();
  /** Each test file with the files it takes in. */
  #files: ReadonlyMap<string, ReadonlySet<string>> = new Map();

  capabilities(): { readonly reloadEnvironment: boolean } {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    makeReloadable(process.cwd(), new URL("test-collection.ts", import.meta.url));
    const paths = globSync((process.env["MUTATION_TESTS"] ?? "").split(",")).filter((path) => !EVERYTHING.test(path)).map((path) => resolve(path)).toSorted();
    this.#files = new Map(paths.map((path) => [path, filesTakenIn(path)]));
    await Promise.resolve();
  }

  async dryRun({ files = [] }: DryRunOptions): Promise<DryRunResult> {
    const tests: TestResult[] = [];
    for (const path of this.#testing(...files)) {
      for (const { name, run } of (await load(path)).tests) {
        const id = `${path}#${name}`;
        this.#state.currentTestId = id;
        const started = performance.now();
        const failureMessage = await failureOf(run);
        const result = { id, name, fileName: path, timeSpentMs: performance.now() - started };
        tests.push(failureMessage === undefined ? { ...result, status: TestStatus.Success } : { ...result, status: TestStatus.Failed, failureMessage });
        Object.assign(this.#state, { currentTestId: undefined });
      }
    }
    return { status: DryRunStatus.Complete, tests, mutantCoverage: this.#state.mutantCoverage ?? { static: {}, perTest: {} } };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation, sandboxFileName }: MutantRunOptions): Promise<MutantRunResult> {
    const chosen = testFilter === undefined ? undefined : new Set(testFilter);
    Object.assign(this.#state, { hitCount: 0, hitLimit, currentTestId: undefined });
    let nrOfTests = 0;
    try {
      for (const path of this.#testing(sandboxFileName)) {
        Object.assign(this.#state, { activeMutant: mutantActivation === "static" ? activeMutant.id : undefined });
        const file = testFilter?.some((id) => id.startsWith(`${path}#`)) === false ? undefined : await loadOrFail(path);
        this.#state.activeMutant = activeMutant.id;
        for (const { name, run } of file?.tests ?? []) {
          const id = `${path}#${name}`;
          const failureMessage = chosen?.has(id) === false ? undefined : await failureOf(run);
          nrOfTests += 1;
          if (failureMessage !== undefined) {
            return this.#endless(hitLimit) ?? { status: MutantRunStatus.Killed, killedBy: [id], failureMessage, nrOfTests };
          }
        }
      }
      return this.#endless(hitLimit) ?? { status: MutantRunStatus.Survived, nrOfTests };
    } finally {
      Object.assign(this.#state, { activeMutant: undefined });
    }
  }

  /** The test files that take in one of the files. */
  #testing(...paths: readonly string[]): readonly string[] {
    return [...this.#files].filter(([, taken]) => paths.some((path) => taken.has(path))).map(([path]) => path);
  }

  #endless(hitLimit: number | undefined): MutantRunResult | undefined {
    return hitLimit !== undefined && (this.#state.hitCount ?? 0) > hitLimit ? { status: MutantRunStatus.Timeout, reason: "more hits than its tests can need" } : undefined;
  }
}

/** What Stryker's instrumented code looks at, as a global. */
function stateOfInstrumentedCode(): InstrumenterContext {
  const state: InstrumenterContext = {};
  Reflect.set(globalThis, INSTRUMENTER_CONSTANTS.NAMESPACE, state);
  return state;
}

async function load(path: string): Promise<CollectedFile> {
  const file = startCollection();
  await reload(path);
  for (const prepare of file.preparations) {
    await prepare();
  }
  return file;
}

/** A file that cannot be loaded is a test that fails. */
async function loadOrFail(path: string): Promise<CollectedFile> {
  try {
    return await load(path);
  } catch (error) {
    return { preparations: [], tests: [{ name: "(loading)", run: () => { throw error; } }] };
  }
}

async function failureOf(run: () => unknown): Promise<string | undefined> {
  try {
    const pending = run();
    if (pending instanceof Promise) {
      await Promise.race([pending, tooLate()]);
    }
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Fails when a test waits for an answer that never comes. */
async function tooLate(): Promise<never> {
  await setTimeout(PATIENCE, undefined, { ref: false });
  throw new Error(`no answer within ${String(PATIENCE)} ms`);
}

function createInProcessRunner(): TestRunner {
  return new InProcessRunner();
}
const DEPENDENCIES: [] = [];
createInProcessRunner.inject = DEPENDENCIES;

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, "in-process", createInProcessRunner)];
