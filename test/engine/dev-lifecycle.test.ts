import { describe, expect, test } from "vitest";
import { testSandbox } from "./sandbox-run.ts";
import { WITHOUT_CHECKPOINTS } from "./without-checkpoints.ts";

/*
 * Proves, through the real engine: the dev stack passes its own policy pack, is created once, stays
 * unchanged, shows drift, and goes away but for what is locked. Does not prove that AWS accepts it.
 */
describe("the dev stack", () => {
  const sandbox = testSandbox(WITHOUT_CHECKPOINTS);

  test("previews with every rule satisfied and decided", async () => {
    const { code, summary, text } = await sandbox.run("preview");
    expect(code, text).toBe(0);
    expect(summary).toMatchObject({ violations: 0, undecided: 0 });
    expect(summary?.rules).toBeGreaterThanOrEqual(30);
    expect(Object.keys(summary?.operations ?? {})).toEqual(["create"]);
  });

  test("is created, judged as it is created", async () => {
    const { code, summary, text } = await sandbox.run("up", "--skip-preview");
    expect(code, text).toBe(0);
    expect(summary).toMatchObject({ violations: 0, undecided: 0 });
    expect(sandbox.cloud("dev").map(({ urn }) => urn).toSorted()).toEqual(
      sandbox.state("dev").filter(({ custom }) => custom).map(({ urn }) => urn).toSorted());
  });

  test("does not change when nothing changed", async () => {
    const { code, summary, text } = await sandbox.run("up", "--skip-preview", "--expect-no-changes");
    expect(code, text).toBe(0);
    expect(Object.keys(summary?.operations ?? {})).toEqual(["same"]);
  });

  test("refreshes without a difference", async () => {
    const { code, text } = await sandbox.run("refresh", "--skip-preview", "--expect-no-changes");
    expect(code, text).toBe(0);
  });

  test("shows what somebody changed by hand, and puts it right", async () => {
    await sandbox.run("drift", "hipaa-dev-keys-phi-data", "enableKeyRotation", "false");
    const drifted = await sandbox.run("preview", "--refresh");
    expect(drifted.code, drifted.text).toBe(0);
    expect(drifted.summary?.operations).toMatchObject({ update: 1 });
    const repaired = await sandbox.run("up", "--refresh", "--skip-preview");
    expect(repaired.code, repaired.text).toBe(0);
    const key = sandbox.cloud("dev").find(({ urn }) => urn.endsWith("::hipaa-dev-keys-phi-data"));
    expect(key?.inputs["enableKeyRotation"]).toBe(true);
  });

  test("is destroyed but for what is locked, listed with its date", async () => {
    const { code, summary, text } = await sandbox.run("destroy", "--skip-preview");
    expect(code, text).toBe(0);
    const remaining = summary?.remaining ?? [];
    expect(remaining.reduce((sum, { settings }) => sum + 1 + settings, 0)).toBe(sandbox.cloud("dev").length);
    expect(remaining.filter(({ reason }) => !/\d{4}-\d{2}-\d{2}/u.test(reason))).toEqual([]);
    expect(sandbox.state("dev")).toEqual([]);
  });
});
