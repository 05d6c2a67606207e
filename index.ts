import "./stacks/start-up/start-up.ts";
import { exportStack } from "./stacks/stack.ts";

/** What `pulumi up` runs; its outputs are the stack's. */
const outputs = await exportStack();
export default outputs;
