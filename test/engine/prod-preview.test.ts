import { beforeAll, describe, expect, test } from "vitest";
import { findingsByResource } from "./findings-by-resource.ts";
import { type Run, testSandbox } from "./sandbox-run.ts";

/*
 * Proves, through the real engine, that the first preview of production is judged whole and passes: no
 * violation, and nothing that a rule could not decide. Does not prove that AWS accepts what is planned.
 */
describe("the prod stack", () => {
  const sandbox = testSandbox();
  let preview: Run;

  beforeAll(async () => {
    preview = await sandbox.run("preview", "--stack", "prod");
  });

  test("passes its first preview with nothing blocked and nothing undecided", () => {
    const blocking = (preview.summary?.findings ?? []).filter(({ level, undecided }) => level !== "advisory" || undecided);
    expect(findingsByResource(blocking)).toEqual({});
    expect(preview.summary).toMatchObject({ succeeded: true, violations: 0, undecided: 0 });
    expect(preview.code, preview.text).toBe(0);
  });

  test("is judged by at least a hundred rules", () => {
    expect(preview.summary?.rules).toBeGreaterThanOrEqual(100);
  });

  test("is planned whole, every resource inside a component", () => {
    const components = Object.keys(preview.summary?.components ?? {});
    for (const type of ["AccountBaseline", "AuditTrail", "DrVault", "KeyRing", "PhiDataStore", "PrivateEksCluster", "SecureVpc"]) {
      expect(components).toContainEqual(expect.stringMatching(new RegExp(`^hipaa-prod-[a-z]+ \\(${type}\\)$`, "u")));
    }
    expect(components).not.toContain("outside components");
    const { create = 0, ...others } = preview.summary?.operations ?? {};
    expect(others).toEqual({});
    expect(create).toBeGreaterThanOrEqual(250);
  });
});
