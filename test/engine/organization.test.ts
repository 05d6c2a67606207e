import { describe, expect, test } from "vitest";
import { testSandbox } from "./sandbox-run.ts";

const PROGRAM = ["--cwd", "stacks/organization", "--stack", "org"];

/* Proves, through the real engine, that the organization's stack satisfies the whole pack, and what of it stays. Not that AWS takes it. */
describe("the organization's stack", () => {
  const sandbox = testSandbox({ WITHOUT_CHECKPOINTS: "true" });

  test("passes the pack with nothing left undecided, and is created as it was previewed", { timeout: 180_000 }, async () => {
    const { code, text, summary } = await sandbox.run("up", ...PROGRAM);
    expect(code, text).toBe(0);
    expect(summary).toMatchObject({ succeeded: true, violations: 0, undecided: 0, advisories: 0, components: { "hipaa-org-baseline (OrgBaseline)": 37 } });
    expect(summary?.rules).toBeGreaterThan(5);
    expect(sandbox.cloud("org").filter(({ type }) => type === "aws:organizations/account:Account")).toHaveLength(4);
  });

  test("changes nothing a second time", { timeout: 180_000 }, async () => {
    expect((await sandbox.run("preview", ...PROGRAM)).summary).toMatchObject({ succeeded: true, operations: { same: 37 } });
  });

  test("closes no account when it is removed, and says what stays", { timeout: 180_000 }, async () => {
    const { code, text, summary } = await sandbox.run("destroy", ...PROGRAM);
    expect(code, text).toBe(0);
    const left = summary?.remaining?.map(({ type, id }) => `${type.split(":")[2] ?? ""} ${id}`) ?? [];
    expect(left).toHaveLength(4 + 5 + 1);
    expect(left).toEqual(expect.arrayContaining(["Account Healthcare-Prod", "OrganizationalUnit Production"]));
  });
});
