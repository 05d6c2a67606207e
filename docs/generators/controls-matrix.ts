import { CONTROLS, type Control, isCitation } from "../../policypack/controls/catalogue.ts";
import { CITATIONS, type Citation } from "../../policypack/engine/citations.ts";
import type { Level, Rule } from "../../policypack/engine/rule.ts";
import { BEYOND_RULES, type BeyondRules } from "./controls-beyond-rules.ts";
import { RUNTIME_ANSWERS, type RuntimeAnswer } from "./controls-runtime-answers.ts";

/** What the matrix needs to know of a rule. */
export type MatrixRule = Pick<Rule, "name" | "description" | "level" | "citations" | "controls">;

/** A control with everything that answers it. */
export interface ControlRow {
  readonly control: Control;
  readonly rules: readonly MatrixRule[];
  /** The strictest level of its rules; undefined without rules. */
  readonly level: Level | undefined;
  /** Only for controls that a preview cannot judge. */
  readonly runtime: RuntimeAnswer | undefined;
}

/** A paragraph of the Security Rule with everything that answers it. */
export interface CitationRow {
  readonly citation: Citation;
  readonly title: string;
  readonly controls: readonly ControlRow[];
  /** Every rule that cites it, those without a control included. */
  readonly rules: readonly MatrixRule[];
  readonly beyond: BeyondRules | undefined;
}

export interface Matrix {
  readonly controls: readonly ControlRow[];
  readonly citations: readonly CitationRow[];
}

/** Joins catalogue, rules and answers elsewhere: what docs/controls.* and `npm run controls` show. */
export function controlMatrix(rules: readonly MatrixRule[]): Matrix {
  const controls = CONTROLS.map((control): ControlRow => {
    const own = rules.filter((rule) => rule.controls.includes(control.name));
    return { control, rules: own, level: strictest(own), runtime: control.scope === "runtime-only" ? RUNTIME_ANSWERS[control.name] : undefined };
  });
  const citations = Object.keys(CITATIONS).filter(isCitation).map((citation): CitationRow => ({
    citation,
    title: CITATIONS[citation],
    controls: controls.filter(({ control }) => control.citations.includes(citation)),
    rules: rules.filter((rule) => rule.citations.includes(citation)),
    beyond: BEYOND_RULES[citation],
  }));
  return { controls, citations };
}

/** Rules and people, paper or AWS's buildings between them leave nothing open. */
export function isAnswered({ rules, beyond }: CitationRow): boolean {
  return rules.length > 0 || beyond !== undefined;
}

export function levelOf({ level }: Pick<MatrixRule, "level">): Level {
  return level ?? "mandatory";
}

function strictest(rules: readonly MatrixRule[]): Level | undefined {
  if (rules.length === 0) {
    return undefined;
  }
  return rules.some((rule) => levelOf(rule) === "mandatory") ? "mandatory" : "advisory";
}
