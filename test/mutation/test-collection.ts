import { format } from "node:util";

/*
 * What a test file may import as "vitest" while it is mutated: tests are collected, to be run again and
 * again in one process. Assertions are vitest's own.
 */
export { expect } from "vitest";

export interface CollectedTest {
  readonly name: string;
  readonly run: () => unknown;
}

/** What one test file declares. */
export interface CollectedFile {
  readonly tests: CollectedTest[];
  readonly preparations: (() => unknown)[];
}

type Run = (...row: readonly unknown[]) => unknown;

let current: CollectedFile = { tests: [], preparations: [] };
let suites: readonly string[] = [];

/** Begins a file. @returns what it declares, once it is loaded */
export function startCollection(): CollectedFile {
  current = { tests: [], preparations: [] };
  suites = [];
  return current;
}

function declareSuite(name: string, declare: () => unknown): void {
  const outer = suites;
  suites = [...suites, name];
  declare();
  suites = outer;
}

function declareTest(name: string, run: () => unknown): void {
  current.tests.push({ name: [...suites, name].join(" > "), run });
}

export const describe = Object.assign(declareSuite, { each: eachOf(declareSuite) });
export const test = Object.assign(declareTest, { each: eachOf(declareTest) });

export function beforeAll(prepare: () => unknown): void {
  current.preparations.push(prepare);
}

/** The process ends with the run, and with it whatever a test left. */
export function afterAll(): void {
  // Nothing to do.
}

/** One declaration for each row; the name takes as many of the row's values as it has places. */
function eachOf(declare: (name: string, run: () => unknown) => void): (rows: readonly unknown[]) => (name: string, run: Run) => void {
  return (rows) => (name, run) => {
    for (const row of rows) {
      const values: readonly unknown[] = Array.isArray(row) ? row : [row];
      declare(format(name, ...values.slice(0, name.match(/%[sdij]/gu)?.length ?? 0)), () => run(...values));
    }
  };
}
