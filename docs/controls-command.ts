import { parseArgs } from "node:util";
import { rules } from "../policypack/rules/index.ts";
import { type CitationRow, controlMatrix, type ControlRow, levelOf, type MatrixRule } from "./generators/controls-matrix.ts";
import { controlsSummary, summaryLines } from "./generators/controls-summary.ts";
import { runtimeAnswer } from "./generators/controls-table.ts";

const USAGE = [
  "Usage: npm run controls -- --summary | --json | <control, rule or citation>...",
  "",
  "  --summary  how many controls and citations are covered, and by what",
  "  --json     the whole matrix",
  "  <name>     one control (s3-bucket-kms-encryption), rule (cloudtrail-present) or citation (164.312(b))",
].join("\n");

const matrix = controlMatrix(rules);

/** Prints what is asked for. @returns 0; 2 for wrong use, with what could have been meant */
function main(args: readonly string[]): number {
  const { values, positionals, problem } = commandLine(args);
  if (problem !== undefined || (values.summary !== true && values.json !== true && positionals.length === 0)) {
    console.error(problem === undefined ? USAGE : `${problem}\n\n${USAGE}`);
    return 2;
  }
  const answers = positionals.map((name) => ({ name, lines: about(name) }));
  const unknown = answers.filter(({ lines }) => lines === undefined).map(({ name }) => name);
  if (unknown.length > 0) {
    console.error(unknown.map((name) => `${name} is no control, rule or citation${hint(name)}`).join("\n"));
    return 2;
  }
  if (values.json === true) {
    console.log(JSON.stringify({ summary: controlsSummary(matrix, rules), ...plain() }, undefined, 2));
  } else if (values.summary === true) {
    console.log(summaryLines(controlsSummary(matrix, rules)).join("\n"));
  }
  for (const { lines } of answers) {
    console.log((lines ?? []).join("\n"));
  }
  return 0;
}

function commandLine(args: readonly string[]): { readonly values: { readonly summary?: boolean; readonly json?: boolean }; readonly positionals: readonly string[]; readonly problem?: string } {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { summary: { type: "boolean" }, json: { type: "boolean" } } });
  } catch (error) {
    return { values: {}, positionals: [], problem: error instanceof Error ? error.message : String(error) };
  }
}

function about(name: string): readonly string[] | undefined {
  const citation = matrix.citations.find((row) => row.citation === name.replace(/^(?:45 CFR )?§? ?/u, ""));
  const control = matrix.controls.find((row) => row.control.name === name);
  const rule = rules.find((candidate) => candidate.name === name);
  const lines = [
    ...(citation === undefined ? [] : aboutCitation(citation)),
    ...(control === undefined ? [] : aboutControl(control)),
    ...(rule === undefined ? [] : aboutRule(rule)),
  ];
  return lines.length === 0 ? undefined : lines;
}

function aboutCitation({ citation, title, controls, rules: citing, beyond }: CitationRow): readonly string[] {
  return [
    `45 CFR ${citation} ${title}`,
    ...controls.map((row) => `  control ${row.control.name}: ${answersOf(row)}`),
    ...citing.filter((rule) => !controls.some((row) => row.rules.includes(rule))).map((rule) => `  ${ruleLine(rule)}`),
    ...(beyond === undefined ? [] : [`  by ${beyond.by}: ${beyond.says}`]),
  ];
}

function aboutControl(row: ControlRow): readonly string[] {
  const { control, rules: covering } = row;
  return [
    `control ${control.name}: ${control.title}`,
    `  ${control.hipaa ? "tied to HIPAA" : "adjacent"}; judged ${control.scope === "runtime-only" ? "only in the running account" : `at preview (${control.scope})`}`,
    `  citations: ${control.citations.join(", ")}`,
    ...(covering.length === 0 ? [`  ${answersOf(row)}`] : covering.map((rule) => `  ${ruleLine(rule)}`)),
  ];
}

function aboutRule(rule: MatrixRule): readonly string[] {
  return [
    ruleLine(rule),
    `  controls: ${rule.controls.length === 0 ? "none; no other checker has it" : rule.controls.join(", ")}`,
    `  citations: ${rule.citations.join(", ")}`,
  ];
}

function answersOf({ rules: covering, runtime }: ControlRow): string {
  return runtime === undefined ? covering.map((rule) => `${rule.name} (${levelOf(rule)})`).join(", ") : runtimeAnswer(runtime);
}

function ruleLine(rule: MatrixRule): string {
  return `rule ${rule.name} (${levelOf(rule)}): ${rule.description}`;
}

/** The names that hold a part of the one given. */
function hint(name: string): string {
  const names = [...matrix.citations.map(({ citation }) => citation), ...matrix.controls.map(({ control }) => control.name), ...rules.map((rule) => rule.name)];
  const parts = name.toLowerCase().split("-").filter((part) => part.length > 2);
  const near = [...new Set(names)].map((candidate) => ({ candidate, score: parts.filter((part) => candidate.includes(part)).length }))
    .filter(({ score }) => score > 0)
    .toSorted((left, right) => right.score - left.score)
    .slice(0, 5);
  return near.length === 0 ? "" : `; near it: ${near.map(({ candidate }) => candidate).join(", ")}`;
}

/** The matrix with names in the place of rules. */
function plain(): object {
  return {
    controls: matrix.controls.map(({ control, rules: covering, level, runtime }) => ({
      ...control, rules: covering.map((rule) => rule.name), ...(level === undefined ? {} : { level }), ...(runtime === undefined ? {} : { runtime }),
    })),
    citations: matrix.citations.map(({ citation, title, controls, rules: citing, beyond }) => ({
      citation, title, controls: controls.map(({ control }) => control.name), rules: citing.map((rule) => rule.name), ...(beyond === undefined ? {} : { beyond }),
    })),
  };
}

process.exitCode = main(process.argv.slice(2));
