import type * as pulumi from "@pulumi/pulumi";
import { readConfig, secretTexts, type StackConfig } from "./config.ts";
import { countEncryption, type EncryptionCoverage } from "./encryption-coverage.ts";
import { estimatesOf, logEstimates } from "./estimates.ts";
import { outputsOf, type PlatformOutputs } from "./outputs.ts";
import { createPlatform } from "./platform.ts";
import { keepSecrets } from "./secret-outputs.ts";
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

/** Creates the stack that Pulumi names. @returns its outputs; one that shows what the configuration keeps secret is a secret (S1-26) */
export async function exportStack(): Promise<Readonly<Record<string, unknown>>> {
  return keepSecrets({ ...await createStack(readConfig()) }, secretTexts());
}
