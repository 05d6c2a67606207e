import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { expect, test } from "vitest";

const command = resolve(import.meta.dirname, "../../../docs/controls-command.ts");

function run(...args: readonly string[]): { readonly code: number | null; readonly out: string; readonly error: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { encoding: "utf8" });
  return { code: status, out: stdout, error: stderr };
}

test("wrong use is told apart from an answer, with the names near the one given", () => {
  expect(run()).toMatchObject({ code: 2, out: "" });
  expect(run("--all")).toMatchObject({ code: 2, out: "" });
  expect(run("s3-kms-bucket")).toMatchObject({ code: 2, out: "" });
  expect(run("s3-kms-bucket").error).toContain("s3-bucket-kms-encryption");
});

test("the summary has the figures in words", () => {
  expect(run("--summary")).toMatchObject({ code: 0, error: "" });
  expect(run("--summary").out).toContain("Judged at preview: 250 of 250 covered");
  expect(run("--summary").out).toContain("citations answered: 70 of 70");
});

test("the matrix is JSON", () => {
  const { code, out } = run("--json");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ summary: { controls: 275 } });
});

test("a control, a rule and a citation are explained", () => {
  const { code, out } = run("s3-bucket-kms-encryption", "cloudtrail-present", "45 CFR 164.316(a)");
  expect(code).toBe(0);
  expect(out).toContain("rule s3-bucket-default-encryption-kms (mandatory)");
  expect(out).toContain("controls: cloudtrail-enabled");
  expect(out).toContain("by paper: Policies and procedures");
});
