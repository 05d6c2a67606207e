import { createPlatform } from "../../../stacks/platform.ts";
import { parseConfig } from "../../../stacks/config.ts";
import { estimatesOf } from "../../../stacks/estimates.ts";
import { createServerless } from "../../../stacks/serverless.ts";
import { MOCK_ACCOUNT, type Recorded, record } from "../../support/pulumi-mocks.ts";
import { parsed, type RawConfig } from "../stack-files.ts";

const CALLER = { call: () => ({ accountId: MOCK_ACCOUNT, arn: "", id: MOCK_ACCOUNT, userId: "" }) };

/** Everything that a platform registers, as at its first preview. */
export async function recordedPlatform(raw: RawConfig): Promise<readonly Recorded[]> {
  return await record(async () => { await createPlatform(parsed(raw)); }, CALLER);
}

/** The same of a stack without network, cluster and database. */
export async function recordedServerless(raw: RawConfig): Promise<readonly Recorded[]> {
  const config = parseConfig(raw, "serverless", "hipaa-platform");
  if (config.profile !== "serverless") {
    throw new Error("not the configuration of a serverless stack");
  }
  return await record(async () => { await createServerless(config, estimatesOf(config)); }, CALLER);
}
