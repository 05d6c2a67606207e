import "./stacks/start-up/start-up.ts";
import { readConfig } from "./stacks/config.ts";
import { createStack } from "./stacks/stack.ts";

/** What `pulumi up` runs; its outputs are the stack's. */
const outputs = await createStack(readConfig());
export default outputs;
