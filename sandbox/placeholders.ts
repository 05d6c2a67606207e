import { ACCOUNT, type OutputContext } from "./resource-model.ts";
import type { Value } from "./wire.ts";

/**
 * A value for an output that AWS computes and the model does not describe: well formed, stable for
 * the resource, and of the declared type. Undefined where no sensible value exists.
 * @param optional the program may give the property; AWS leaves such texts empty
 */
export function placeholder(property: string, declared: string, optional: boolean, context: OutputContext): Value | undefined {
  if (property === "ownerId" || property === "accountId" || property === "registryId") {
    return ACCOUNT;
  }
  if (property === "region") {
    return context.region;
  }
  // Lists and maps that nobody filled are empty.
  if (declared.endsWith("[]")) {
    return [];
  }
  if (declared.startsWith("{")) {
    return {};
  }
  switch (declared) {
    case "string": return optional ? "" : `${property}-${context.hex(12, property)}`;
    case "number": return 0;
    case "boolean": return false;
    default: return undefined;
  }
}
