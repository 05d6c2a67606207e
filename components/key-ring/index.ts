export { keyAlias, KeyClass } from "./key-classes.ts";
export { KeyRing, type KeyRingArgs } from "./key-ring.ts";
