import type { StackConfig } from "./config.ts";
import { estimatesOf, logEstimates } from "./estimates.ts";
import { outputsOf, type PlatformOutputs } from "./outputs.ts";
import { createPlatform } from "./platform.ts";
import { createServerless, type ServerlessOutputs } from "./serverless.ts";

/** Creates the stack that the configuration describes, and says what it attains and costs. */
export async function createStack(config: StackConfig): Promise<PlatformOutputs | ServerlessOutputs> {
  const estimates = estimatesOf(config);
  const outputs = config.profile === "platform" ? outputsOf(await createPlatform(config), estimates) : await createServerless(config, estimates);
  await logEstimates(estimates);
  return outputs;
}
