import { Provider } from "@pulumi/aws/provider.js";
import { RunError } from "@pulumi/pulumi";
import { expect, test } from "vitest";
import { ownAccount } from "../../stacks/own-account.ts";
import { MOCK_ACCOUNT, type Recorded, record } from "../support/pulumi-mocks.ts";

async function asked(accountId: string | undefined): Promise<{ readonly found: readonly string[]; readonly resources: readonly Recorded[] }> {
  const found: string[] = [];
  const resources = await record(async () => { found.push(await ownAccount({ accountId }, new Provider("aws", { region: "us-east-1" }))); }, { call: () => ({ accountId: MOCK_ACCOUNT }) });
  return { found, resources };
}

test.each([undefined, MOCK_ACCOUNT])("a stack that belongs in %s is created with credentials of its account (X-20)", async (named) => {
  expect((await asked(named)).found).toEqual([MOCK_ACCOUNT]);
});

test("a stack is never created in another account than its own (X-20)", async () => {
  await expect(asked("999988887777")).rejects.toThrow(new RunError(
    `accountId = "999988887777": the credentials are of account ${MOCK_ACCOUNT}; nothing was created. Take credentials of the stack's account, or correct accountId`,
  ));
});
