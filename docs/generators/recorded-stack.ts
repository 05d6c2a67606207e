import { tmpdir } from "node:os";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { awsAnswers } from "../../sandbox/aws/data-sources.ts";
import { Inventory } from "../../sandbox/inventory.ts";
import { ACCOUNT } from "../../sandbox/resource-model.ts";
import { parseConfig, type StackConfig } from "../../stacks/config.ts";
import { estimatesOf } from "../../stacks/estimates.ts";
import { createPlatform } from "../../stacks/platform.ts";
import { createServerless } from "../../stacks/serverless.ts";
import { type Recorded, record } from "../../recording/record.ts";
import { PROJECT_NAME, stackFileValues } from "./stack-file.ts";

/**
 * The configuration of one stack, from its file.
 * @throws {StackFileError} when the file cannot be read
 * @throws {pulumi.RunError} when the program would refuse it
 */
export function stackConfig(stack: string, file?: string): StackConfig {
  return parseConfig(stackFileValues(stack, file), stack, PROJECT_NAME);
}

/**
 * What the program registers for a stack's configuration, as at a first preview. No engine runs and no
 * account is asked: data sources answer as the sandbox's do. In the order of URNs, as the order of
 * registration depends on timing.
 */
export async function recordStack(config: StackConfig): Promise<readonly Recorded[]> {
  const program = async (): Promise<void> => {
    try {
      await (config.profile === "platform" ? createPlatform(config) : createServerless(config, estimatesOf(config)));
    } catch (error) {
      // All is registered by the time that iam.managedOnly refuses what it finds; whoever reads the recording finds it too.
      if (config.profile !== "platform" || !config.iam.managedOnly || !(error instanceof pulumi.RunError)) {
        throw error;
      }
    }
  };
  const recording = await record(async () => await pulumi.runtime.runInPulumiStack(program), { call: answersIn(config["aws:region"]) });
  return recording.toSorted((one, other) => (one.urn < other.urn ? -1 : 1));
}

function answersIn(region: string): (call: { readonly token: string; readonly inputs: Readonly<Record<string, string>> }) => Record<string, unknown> {
  const settings = { region, defaultTags: {}, assumeRoleArns: [] };
  const nothing = new Inventory(join(tmpdir(), `${PROJECT_NAME}-without-resources-${String(process.pid)}.json`), ACCOUNT);
  return ({ token, inputs }) => {
    const answer = awsAnswers[token];
    if (answer === undefined) {
      throw new Error(`the program asks ${token}, which the sandbox does not answer`);
    }
    return { ...inputs, ...answer(inputs, { region: inputs["region"] ?? region, settings, inventory: nothing }) };
  };
}
