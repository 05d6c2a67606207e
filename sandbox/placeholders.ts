import { ACCOUNT, type ResourceContext } from "./resource-model.ts";
import type { Value } from "./wire.ts";

/**
 * A value for an output that AWS computes and the model does not describe: well formed, stable for
 * the resource, and of the declared type. Undefined where no sensible value exists.
 */
export function placeholder(property: string, declared: string, context: ResourceContext & { readonly id: string }): Value | undefined {
  if (property === "arn") {
    return defaultArn(context);
  }
  if (property === "ownerId" || property === "accountId" || property === "registryId") {
    return ACCOUNT;
  }
  if (property === "region") {
    return context.region;
  }
  if (declared.startsWith("string")) {
    return `${property}-${context.hex(12, property)}`;
  }
  if (declared.startsWith("number")) {
    return 0;
  }
  if (declared.startsWith("boolean")) {
    return false;
  }
  return declared.endsWith("[]") ? [] : undefined;
}

/** `arn:aws:<service>:<region>:<account>:<id>`, the form most services use. */
function defaultArn(context: ResourceContext & { readonly id: string }): string {
  const service = context.type.split(":")[1]?.split("/")[0] ?? "";
  return `arn:aws:${service}:${context.region}:${ACCOUNT}:${context.id}`;
}
