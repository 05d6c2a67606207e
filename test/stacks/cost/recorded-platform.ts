import { createPlatform } from "../../../stacks/platform.ts";
import { MOCK_ACCOUNT, type Recorded, record } from "../../support/pulumi-mocks.ts";
import { parsed, type RawConfig } from "../stack-files.ts";

/** Everything that a stack registers, as at its first preview. */
export async function recordedPlatform(raw: RawConfig): Promise<readonly Recorded[]> {
  return await record(async () => { await createPlatform(parsed(raw)); }, { call: () => ({ accountId: MOCK_ACCOUNT, arn: "", id: MOCK_ACCOUNT, userId: "" }) });
}
