/** The parts of Stryker's JSON report that are read here (mutation-testing-report-schema 2). */
export interface MutationReport {
  readonly files: Readonly<Record<string, {
    readonly source: string;
    readonly mutants: readonly {
      readonly status: string;
      readonly mutatorName: string;
      readonly replacement?: string;
      readonly location: { readonly start: Position; readonly end: Position };
    }[];
  }>>;
}

interface Position {
  readonly line: number;
  readonly column: number;
}

/** How many changes some test noticed, and how many none did. */
export interface Score {
  readonly noticed: number;
  readonly unnoticed: number;
}

const NOTICED = new Set(["Killed", "Timeout"]);
const UNNOTICED = new Set(["Survived", "NoCoverage"]);

/** Counts a change that no test reaches as unnoticed; what is ignored or does not compile counts nowhere. */
export function scoreOf({ files }: MutationReport): Score {
  const statuses = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  return { noticed: statuses.filter((status) => NOTICED.has(status)).length, unnoticed: statuses.filter((status) => UNNOTICED.has(status)).length };
}

/** A line for each change that no test noticed: file and line, what stood there, what stands there now. */
export function survivorsOf({ files }: MutationReport): readonly string[] {
  return Object.entries(files).flatMap(([path, { source, mutants }]) => {
    const lines = source.split("\n");
    return mutants.filter(({ status }) => UNNOTICED.has(status)).map(({ status, location: { start, end }, replacement }) => {
      const first = lines[start.line - 1] ?? "";
      const stood = start.line === end.line ? first.slice(start.column - 1, end.column - 1) : `${first.slice(start.column - 1)} ...`;
      return `${path}:${String(start.line)} ${status === "NoCoverage" ? "(not reached) " : ""}${stood}  ->  ${replacement ?? ""}`;
    });
  });
}
