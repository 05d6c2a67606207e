export { KeyClass, KeyRing, type KeyRingArgs } from "./key-ring/index.ts";
export type { Deployment } from "./lib/deployment.ts";
export { DataClassification } from "./lib/data-classification.ts";
