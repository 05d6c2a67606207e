import { getCallerIdentity } from "@pulumi/aws/getCallerIdentity.js";
import * as pulumi from "@pulumi/pulumi";
import type { StackConfig } from "./config.ts";

/**
 * The account that the credentials are of, asked before anything is created.
 * @throws {pulumi.RunError} when the configuration names another: of several accounts, each stack belongs in one
 */
export async function ownAccount({ accountId: named }: Pick<StackConfig, "accountId">, provider: pulumi.ProviderResource): Promise<string> {
  const { accountId } = await getCallerIdentity({}, { provider });
  if (named !== undefined && named !== accountId) {
    throw new pulumi.RunError(`accountId = ${JSON.stringify(named)}: the credentials are of account ${accountId}; nothing was created. Take credentials of the stack's account, or correct accountId`);
  }
  return accountId;
}
