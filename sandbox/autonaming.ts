import { createHash } from "node:crypto";
import type { Naming, ResourceModel } from "./resource-model.ts";
import type { ResourceSchema } from "./sdk-schema.ts";
import { isList, type Properties } from "./wire.ts";

/** What the engine says of names, from the project's autonaming configuration. */
export interface Autonaming {
  readonly proposedName?: string;
  /** The proposed name is taken as it is, whatever the type's limits. */
  readonly enforced?: boolean;
  readonly disabled: boolean;
}

/** How a type is named: as its model says, else by its `name` where AWS requires one and the SDK does not. */
export function namingOf(model: ResourceModel, schema: ResourceSchema): Naming | undefined {
  if (model.naming === false) {
    return undefined;
  }
  return model.naming ?? (schema.computedWhenOmitted.has("name") ? { input: "name", maxLength: 255 } : undefined);
}

/**
 * The physical name of a resource whose program gives none.
 * @param olds inputs of the last run: a name made up then is kept, so that an update does not rename
 * @returns undefined where AWS has to make up the name
 */
export function automaticName(naming: Naming, name: string, seed: string, olds: Properties, news: Properties, autonaming: Autonaming): string | undefined {
  const before = olds[naming.input];
  const made = olds["__defaults"];
  if (typeof before === "string" && isList(made) && made.includes(naming.input)) {
    return before;
  }
  if (autonaming.disabled) {
    return undefined;
  }
  if (autonaming.proposedName !== undefined && autonaming.enforced === true) {
    return autonaming.proposedName;
  }
  const suffix = naming.suffix !== undefined && news[naming.suffix.when] === true ? naming.suffix.text : "";
  const prefix = naming.prefix ?? "";
  const room = naming.maxLength - prefix.length - suffix.length;
  const whole = autonaming.proposedName === undefined ? withUniqueEnd(name, seed, naming.separator ?? "-", room) : autonaming.proposedName.slice(0, room);
  return `${prefix}${naming.lowercase === true ? whole.toLowerCase() : whole}${suffix}`;
}

/** Seven hex digits tell the resource from its predecessor, which may still exist while it is replaced. */
function withUniqueEnd(name: string, seed: string, separator: string, room: number): string {
  const unique = createHash("sha256").update(`${name}|${seed}`).digest("hex").slice(0, 7);
  return `${name.slice(0, room - separator.length - unique.length)}${separator}${unique}`;
}
