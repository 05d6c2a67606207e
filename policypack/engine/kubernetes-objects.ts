import type { Reader } from "./reader.ts";
import type { StackResource } from "./rule.ts";

/** The objects of a resource: itself, or the items of a list. */
export function objectsOf({ type, props }: { readonly type: string; readonly props: Reader }): readonly Reader[] {
  return type.endsWith("List") ? (props.has("items") ? props.objects("items") : []) : [props];
}

export function metadataOf(object: Reader): Reader | undefined {
  return object.has("metadata") ? object.object("metadata") : undefined;
}

/** A label or annotation. */
export function markOf(object: Reader, marks: "labels" | "annotations", key: string): string | undefined {
  const metadata = metadataOf(object);
  return metadata?.has(marks) === true ? metadata.object(marks)?.string(key) : undefined;
}

/** The namespace an object says it is in; `default` when it says nothing, undefined while it is unknown. */
export function namespaceOf(object: Reader): string | undefined {
  const metadata = metadataOf(object);
  return metadata?.has("namespace") === true ? knownText(metadata, "namespace") : "default";
}

/** The text when it can be read. */
export function knownText(owner: Reader | undefined, name: string): string | undefined {
  return owner?.isKnown(name) === true ? owner.string(name) : undefined;
}

/** Finds the object that a property of another names, whether or not the names are known yet. */
export type ObjectFinder = (from: StackResource, property: string, name: string | undefined) => StackResource | undefined;

/** Looks objects up by name, and, while a name is unknown, by what the naming property is made from. */
export function finderOf(objects: readonly StackResource[]): ObjectFinder {
  const byName = new Map<string, StackResource>();
  const byUrn = new Map<string, StackResource>();
  for (const object of objects) {
    const name = knownText(metadataOf(object.props), "name");
    if (name !== undefined) {
      byName.set(name, object);
    }
    byUrn.set(object.urn, object);
  }
  return (from, property, name) => {
    const named = name === undefined ? undefined : byName.get(name);
    const madeFrom = (from.propertyDependencies.get(property) ?? []).flatMap((urn) => byUrn.get(urn) ?? []);
    return named ?? madeFrom.find((object) => name === undefined || knownText(metadataOf(object.props), "name") === undefined);
  };
}
