import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ACCOUNT } from "../../sandbox/resource-model.ts";
import { type TestSandbox, testSandbox } from "./sandbox-run.ts";

/** The topics that the serverless stack's file names: another stack of the account made them. */
function withTopics({ home }: TestSandbox): void {
  const resources = ["us-east-1", "us-west-2"].map((region) => {
    const arn = `arn:aws:sns:${region}:${ACCOUNT}:hipaa-dev-alerts-critical`;
    return { type: "aws:sns/topic:Topic", id: arn, region, urn: "", inputs: { name: "hipaa-dev-alerts-critical" }, outputs: { arn }, createdAt: "2026-01-01T00:00:00.000Z" };
  });
  mkdirSync(join(home, "account"), { recursive: true });
  writeFileSync(join(home, "account", "inventory.json"), JSON.stringify({ account: ACCOUNT, resources }));
}

/*
 * Proves that an update interrupted anywhere converges with the next one: nothing doubled, nothing lost.
 * On the smallest stack: the engine writes its whole state after each step, which takes minutes for the largest.
 */
describe.each([
  { how: "its provider dies after 60 creates", interrupt: async (sandbox: TestSandbox) => { await sandbox.run("up", "--stack", "serverless", "--skip-preview", "--fault", "crash=60"); } },
  { how: "all its processes are killed half-way", interrupt: async (sandbox: TestSandbox) => { await sandbox.runAndKill(70, "up", "--stack", "serverless", "--skip-preview", "--fault", "delay=30ms"); } },
])("an update, when $how", ({ interrupt }) => {
  const sandbox = testSandbox();

  test("converges with the next update", async () => {
    withTopics(sandbox);
    await interrupt(sandbox);
    const before = sandbox.cloud("serverless").length;
    expect(before).toBeGreaterThanOrEqual(60);

    const { code, text } = await sandbox.run("up", "--stack", "serverless", "--skip-preview");
    expect(code, text).toBe(0);
    const urns = sandbox.cloud("serverless").map(({ urn }) => urn);
    expect(urns.length).toBeGreaterThan(before);
    expect(new Set(urns).size).toBe(urns.length);
    expect(urns.toSorted()).toEqual(sandbox.state("serverless").filter(({ custom }) => custom).map(({ urn }) => urn).toSorted());

    const again = await sandbox.run("preview", "--stack", "serverless", "--expect-no-changes");
    expect(again.code, again.text).toBe(0);
  });
});
