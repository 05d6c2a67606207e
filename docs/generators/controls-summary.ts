import { type ControlRow, isAnswered, levelOf, type Matrix, type MatrixRule } from "./controls-matrix.ts";

/** The figures of the matrix. */
export interface ControlsSummary {
  readonly controls: number;
  readonly judgeable: { readonly total: number; readonly covered: number; readonly mandatory: number; readonly advisory: number };
  readonly hipaa: { readonly total: number; readonly covered: number; readonly mandatory: number; readonly advisory: number };
  readonly adjacent: { readonly total: number; readonly covered: number; readonly mandatory: number; readonly advisory: number };
  readonly runtimeOnly: { readonly total: number; readonly answered: number };
  readonly rules: { readonly total: number; readonly mandatory: number; readonly advisory: number; readonly beyondEverySource: number };
  readonly citations: { readonly total: number; readonly answered: number; readonly byRules: number; readonly otherwise: number };
}

export function controlsSummary({ controls, citations }: Matrix, rules: readonly MatrixRule[]): ControlsSummary {
  const judgeable = controls.filter(({ control }) => control.scope !== "runtime-only");
  const runtime = controls.filter(({ control }) => control.scope === "runtime-only");
  const byRules = citations.filter((row) => row.rules.length > 0).length;
  const answered = citations.filter(isAnswered).length;
  return {
    controls: controls.length,
    judgeable: coverage(judgeable),
    hipaa: coverage(judgeable.filter(({ control }) => control.hipaa)),
    adjacent: coverage(judgeable.filter(({ control }) => !control.hipaa)),
    runtimeOnly: { total: runtime.length, answered: runtime.filter((row) => row.runtime?.answer !== undefined).length },
    rules: {
      total: rules.length,
      mandatory: rules.filter((rule) => levelOf(rule) === "mandatory").length,
      advisory: rules.filter((rule) => levelOf(rule) === "advisory").length,
      beyondEverySource: rules.filter((rule) => rule.controls.length === 0).length,
    },
    citations: { total: citations.length, answered, byRules, otherwise: answered - byRules },
  };
}

function coverage(rows: readonly ControlRow[]): ControlsSummary["judgeable"] {
  return {
    total: rows.length,
    covered: rows.filter(({ rules }) => rules.length > 0).length,
    mandatory: rows.filter(({ level }) => level === "mandatory").length,
    advisory: rows.filter(({ level }) => level === "advisory").length,
  };
}

/** The figures in words, one a line. */
export function summaryLines({ controls, judgeable, hipaa, adjacent, runtimeOnly, rules, citations }: ControlsSummary): readonly string[] {
  const covered = (name: string, { total, covered: done, mandatory, advisory }: ControlsSummary["judgeable"]): string =>
    `${name}: ${String(done)} of ${String(total)} covered, ${String(mandatory)} by a mandatory rule, ${String(advisory)} by an advisory one`;
  return [
    `${String(controls)} controls in the catalogue`,
    covered("Judged at preview", judgeable),
    covered("  tied to HIPAA", hipaa),
    covered("  adjacent", adjacent),
    `Only in the running account: ${String(runtimeOnly.answered)} of ${String(runtimeOnly.total)} answered`,
    `Rules: ${String(rules.total)}, ${String(rules.mandatory)} mandatory, ${String(rules.advisory)} advisory; ${String(rules.beyondEverySource)} that no other checker has`,
    `Security Rule citations answered: ${String(citations.answered)} of ${String(citations.total)}, ${String(citations.byRules)} with rules, ` +
      `${String(citations.otherwise)} by people, on paper or in AWS's buildings alone`,
  ];
}
