import type { Reader } from "./reader.ts";

/** Values of the tag `DataClassification`. */
export const DATA_CLASSES = ["phi", "audit", "operational", "secret"] as const;
export type DataClass = (typeof DATA_CLASSES)[number];

/** How long 45 CFR 164.316(b)(2)(i) keeps documentation, leap days included. */
export const SIX_YEARS_IN_DAYS = 2192;

/**
 * The value of a tag: from `tagsAll`, which holds the provider's default tags as well, else from
 * `tags`. Throws UndecidedError when neither can be read yet.
 */
export function tagOf(props: Reader, key: string): string | undefined {
  const own = props.isKnown("tags") ? props.object("tags") : undefined;
  if (own?.isKnown(key) === true) {
    return own.string(key);
  }
  return props.object(props.has("tagsAll") ? "tagsAll" : "tags")?.string(key);
}

/** Whether the resource is tagged as holding one of the classes of data. */
export function holds(props: Reader, ...classes: readonly DataClass[]): boolean {
  const value = tagOf(props, "DataClassification");
  return classes.some((dataClass) => dataClass === value);
}

/**
 * Whether the resource is tagged as belonging to development, where locks that nobody can open and
 * retention of six years would only pile up data that is no evidence.
 */
export function isDevelopment(props: Reader): boolean {
  return tagOf(props, "Environment") === "Development";
}
