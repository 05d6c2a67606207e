import "./stacks/stack-traces.ts";
import { readConfig } from "./stacks/config.ts";
import { outputsOf } from "./stacks/outputs.ts";
import { createPlatform } from "./stacks/platform.ts";

/** What `pulumi up` runs; its outputs are the stack's. */
const outputs = outputsOf(await createPlatform(readConfig()));
export default outputs;
