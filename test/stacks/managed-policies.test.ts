import * as pulumi from "@pulumi/pulumi";
import { describe, expect, test } from "vitest";
import { createPlatform } from "../../stacks/platform.ts";
import { MOCK_ACCOUNT, record } from "../support/pulumi-mocks.ts";
import { changed, parsed, stackFile } from "./stack-files.ts";

/** Registers the dev stack held to AWS's own policies. @returns the refusal's message, and whether anything of it was a policy of our own */
async function strict(mode: "preview" | "up"): Promise<string> {
  const messages: string[] = [];
  // Transformations belong to the root stack, which a program has and mocks have not.
  await record(async () => await pulumi.runtime.runInPulumiStack(async () => {
    await createPlatform(parsed(changed(stackFile("dev"), { iam: { managedOnly: true } }))).catch((error: unknown) => {
      messages.push(error instanceof Error ? error.message : String(error));
    });
  }), { mode, call: () => ({ accountId: MOCK_ACCOUNT, arn: "", id: MOCK_ACCOUNT, userId: "" }) });
  return messages.join("\n");
}

/* Proves what a stack under iam.managedOnly refuses. Does not prove that AWS's own policies would do. */
describe("a stack that may have policies of AWS's own alone (S5-09, X-02)", () => {
  test("is refused at preview with every other policy, whose it is and what it allows", async () => {
    const [head, ...lines] = (await strict("preview")).split("\n");
    expect(head).toMatch(/^iam\.managedOnly is true and \d+ policies are not AWS's own\./u);
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) {
      expect(line).toMatch(/^ {2}- hipaa-dev-\S+ of hipaa-dev-\S+: [a-z0-9-]+:\w+/u);
    }
    expect(lines.join("\n")).toContain("logs:PutLogEvents");
  }, 60_000);

  test("stops at the first one in an update that nobody previewed", async () => {
    expect((await strict("up")).split("\n").filter((line) => line.startsWith("  - "))).toHaveLength(1);
  }, 60_000);
});
