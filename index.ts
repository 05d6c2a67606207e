import "./stacks/stack-traces.ts";
import { readConfig } from "./stacks/config.ts";
import { estimatesOf, logEstimates } from "./stacks/estimates.ts";
import { outputsOf } from "./stacks/outputs.ts";
import { createPlatform } from "./stacks/platform.ts";

/** What `pulumi up` runs; its outputs are the stack's. */
const config = readConfig();
const estimates = estimatesOf(config);
const outputs = outputsOf(await createPlatform(config), estimates);
await logEstimates(estimates);
export default outputs;
