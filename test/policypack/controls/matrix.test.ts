import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { BEYOND_RULES } from "../../../docs/generators/controls-beyond-rules.ts";
import { controlMatrix, isAnswered } from "../../../docs/generators/controls-matrix.ts";
import { controlsPage } from "../../../docs/generators/controls-page.ts";
import { RUNTIME_ANSWERS } from "../../../docs/generators/controls-runtime-answers.ts";
import { controlsSummary } from "../../../docs/generators/controls-summary.ts";
import { controlsTable } from "../../../docs/generators/controls-table.ts";
import { CITATIONS } from "../../../policypack/engine/citations.ts";
import { rules } from "../../../policypack/rules/index.ts";

const project = resolve(import.meta.dirname, "../../..");
const matrix = controlMatrix(rules);

describe("the control matrix", () => {
  test("answers every paragraph of the Security Rule, by rules or by saying who does", () => {
    expect(matrix.citations.map(({ citation }) => citation)).toEqual(Object.keys(CITATIONS));
    expect(matrix.citations.filter((row) => !isAnswered(row)).map(({ citation }) => citation)).toEqual([]);
  });

  test("leaves a paragraph open that no rule cites and nobody answers", () => {
    const bare = controlMatrix([]).citations.filter((row) => !isAnswered(row)).map(({ citation }) => citation);
    expect(bare).toContain("164.312(e)(1)");
    expect(bare).not.toContain("164.316(a)");
  });

  test("says in a sentence what is left to people, paper or AWS's buildings", () => {
    expect(Object.values(BEYOND_RULES).filter(({ says }) => !/^[A-Z].{20,}\.$/u.test(says))).toEqual([]);
  });

  test("answers each control of the running account, or says that nothing does, in files that exist", () => {
    const runtime = matrix.controls.filter(({ control }) => control.scope === "runtime-only");
    expect(Object.keys(RUNTIME_ANSWERS).toSorted()).toEqual(runtime.map(({ control }) => control.name).toSorted());
    const missing = Object.values(RUNTIME_ANSWERS).flatMap(({ answer }) => answer?.files ?? []).filter((file) => !existsSync(join(project, file)));
    expect(missing).toEqual([]);
  });

  test("leaves no more of the running account unanswered than is known", () => {
    const open = Object.entries(RUNTIME_ANSWERS).filter(([, { answer }]) => answer === undefined).map(([name]) => name);
    expect(open).toEqual(["ec2-instance-max-age"]);
    expect(RUNTIME_ANSWERS["secrets-unused"]?.answer?.files).toContain("components/compliance-monitor/platform-rules.ts");
    expect(RUNTIME_ANSWERS["iam-root-no-access-key"]?.answer?.says).toContain("iam-root-access-key-check");
  });

  test("counts what is covered, and notices when a rule is gone", () => {
    const { judgeable, citations } = controlsSummary(matrix, rules);
    expect(judgeable).toMatchObject({ total: 250, covered: 250 });
    expect(citations).toMatchObject({ total: 70, answered: 70 });
    const fewer = rules.filter(({ name }) => name !== "s3-bucket-object-lock");
    expect(controlsSummary(controlMatrix(fewer), fewer).judgeable.covered).toBeLessThan(250);
  });
});

describe("the pages", () => {
  test("docs/controls.csv has a line for each control, with as many cells as the header", () => {
    const [header = "", ...lines] = controlsTable(matrix).trim().split("\n");
    expect(lines.length).toBe(275);
    expect(lines.filter((line) => cellsIn(line) !== cellsIn(header))).toEqual([]);
  });

  test("docs/controls.md links to sections that exist", () => {
    const page = controlsPage(matrix, rules);
    const anchors = new Set([...page.matchAll(/^## (.*)$/gmu)].map(([, title = ""]) => title.toLowerCase().replaceAll(/[^a-z0-9 -]/gu, "").replaceAll(" ", "-")));
    const links = [...page.matchAll(/\]\(#([^)]*)\)/gu)].map(([, anchor = ""]) => anchor);
    expect(links.length).toBe(70);
    expect(links.filter((anchor) => !anchors.has(anchor))).toEqual([]);
    const names = new Set(rules.map(({ name }) => name));
    expect([...page.matchAll(/policies\.md#([a-z0-9-]+)/gu)].filter(([, rule = ""]) => !names.has(rule))).toEqual([]);
  });
});

function cellsIn(line: string): number {
  return line.replaceAll(/"(?:[^"]|"")*"/gu, "").split(",").length;
}
