import type * as pulumi from "@pulumi/pulumi";
import type { StackConfig } from "./config.ts";
import { countEncryption, type EncryptionCoverage } from "./encryption-coverage.ts";
import { estimatesOf, logEstimates } from "./estimates.ts";
import { outputsOf, type PlatformOutputs } from "./outputs.ts";
import { createPlatform } from "./platform.ts";
import { createServerless, type ServerlessOutputs } from "./serverless.ts";

/** What a stack exports: the outputs of its profile, and how much of it is encrypted. */
export type StackOutputs = (PlatformOutputs | ServerlessOutputs) & {
  readonly encryptionCoverage: pulumi.Output<EncryptionCoverage>;
};

/** Creates the stack that the configuration describes, and says what it attains and costs. */
export async function createStack(config: StackConfig): Promise<StackOutputs> {
  const estimates = estimatesOf(config);
  const encryptionCoverage = countEncryption();
  const outputs = config.profile === "platform" ? outputsOf(await createPlatform(config), estimates) : await createServerless(config, estimates);
  await logEstimates(estimates);
  return { ...outputs, encryptionCoverage: encryptionCoverage() };
}
