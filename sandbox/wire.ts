import structPb from "google-protobuf/google/protobuf/struct_pb.js";

/** A plain value as it travels between the engine and a provider. */
export type Value = null | boolean | number | string | readonly Value[] | Properties;

export interface Properties {
  readonly [name: string]: Value;
}

/** The engine's sentinel for a value that is not known until `up`. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Key that marks an object as a secret, an asset or a resource reference instead of a plain map. */
export const SIGNATURE = "4dabf18193072939515e22adb298388d";
export const SECRET = "1b47061264138c4ac30d75fd1eb44270";
export const RESOURCE_REFERENCE = "5cf8f73096256a8f31e491e813e4eb8e";
export const OUTPUT_VALUE = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

export function isProperties(value: Value | undefined): value is Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** The text of a plain value; empty for what has none. */
export function textOf(value: Value | undefined): string {
  return value === undefined || typeof value === "object" ? "" : String(value);
}

/** True when the value is unknown or holds an unknown anywhere inside. */
export function hasUnknown(value: Value | undefined): boolean {
  if (value === UNKNOWN) {
    return true;
  }
  if (isList(value)) {
    return value.some(hasUnknown);
  }
  return isProperties(value) && Object.values(value).some(hasUnknown);
}

/** Reads a protobuf struct; an absent struct is an empty map. */
export function fromStruct(struct: structPb.Struct | undefined): Properties {
  return struct === undefined ? {} : struct.toJavaScript();
}

/** Writes a protobuf struct. Entries that are `undefined` are left out, as JSON does. */
export function toStruct(properties: Properties): structPb.Struct {
  return structPb.Struct.fromJavaScript(JSON.parse(JSON.stringify(properties)));
}

/** Deep equality of two plain values; an absent entry equals an absent entry only. */
export function sameValue(left: Value | undefined, right: Value | undefined): boolean {
  if (isList(left) && isList(right)) {
    return left.length === right.length && left.every((item, index) => sameValue(item, right[index]));
  }
  if (isProperties(left) && isProperties(right)) {
    const names = new Set([...Object.keys(left), ...Object.keys(right)]);
    return [...names].every((name) => sameValue(left[name], right[name]));
  }
  return left === right;
}
