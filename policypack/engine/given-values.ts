import type { StackResource } from "./rule.ts";

/**
 * True when the program gave the property. In a stack a property that AWS computes is there too: unknown
 * at preview, and made from nothing.
 */
export function isGiven({ props, propertyDependencies }: StackResource, name: string): boolean {
  return props.isKnown(name) || (propertyDependencies.get(name)?.length ?? 0) > 0;
}
