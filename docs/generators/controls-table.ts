import type { ControlRow, Matrix } from "./controls-matrix.ts";

const COLUMNS = ["control", "title", "scope", "hipaa", "citations", "rules", "level", "answer"] as const;

/** Writes docs/controls.csv: each control, the rules that cover it and their strictest level, or where the running account answers it. */
export function controlsTable({ controls }: Matrix): string {
  return `${[COLUMNS.join(","), ...controls.map((row) => cells(row).map(quoted).join(","))].join("\n")}\n`;
}

function cells({ control, rules, level, runtime }: ControlRow): readonly string[] {
  return [
    control.name, control.title, control.scope, control.hipaa ? "yes" : "no", control.citations.join(";"),
    rules.map(({ name }) => name).join(";"), level ?? "", runtime === undefined ? "" : runtimeAnswer(runtime),
  ];
}

/** One line: what answers a control of the running account, and which rule of AWS Config watches it. */
export function runtimeAnswer({ answer, awsConfig }: NonNullable<ControlRow["runtime"]>): string {
  const config = awsConfig.length === 0 ? "" : ` AWS Config has ${awsConfig.join(", ")} for it.`;
  return answer === undefined ? `Not answered.${config}` : `${answer.says} (${answer.files.join("; ")})${config}`;
}

function quoted(cell: string): string {
  return /[",\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
