import { describe, expect, test } from "vitest";
import { type TestSandbox, testSandbox } from "./sandbox-run.ts";

/* Proves that an update interrupted anywhere converges with the next one: nothing doubled, nothing lost. */
describe.each([
  { how: "its provider dies after 60 creates", interrupt: async (sandbox: TestSandbox) => { await sandbox.run("up", "--skip-preview", "--fault", "crash=60"); } },
  { how: "all its processes are killed half-way", interrupt: async (sandbox: TestSandbox) => { await sandbox.runAndKill(90, "up", "--skip-preview", "--fault", "delay=30ms"); } },
])("an update, when $how", ({ interrupt }) => {
  const sandbox = testSandbox();

  test("converges with the next update", async () => {
    await interrupt(sandbox);
    const before = sandbox.cloud("dev").length;
    expect(before).toBeGreaterThanOrEqual(60);

    const { code, text } = await sandbox.run("up", "--skip-preview");
    expect(code, text).toBe(0);
    const urns = sandbox.cloud("dev").map(({ urn }) => urn);
    expect(urns.length).toBeGreaterThan(before);
    expect(new Set(urns).size).toBe(urns.length);
    expect(urns.toSorted()).toEqual(sandbox.state("dev").filter(({ custom }) => custom).map(({ urn }) => urn).toSorted());

    const again = await sandbox.run("preview", "--expect-no-changes");
    expect(again.code, again.text).toBe(0);
  });
});
