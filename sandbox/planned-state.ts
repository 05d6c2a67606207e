import type { KnownType } from "./resource-model.ts";
import { isProperties, type Properties, UNKNOWN, type Value } from "./wire.ts";

/**
 * What a preview can know of a resource: its inputs, and nothing that AWS alone decides.
 * @param previous state before an update, whose lasting outputs stay known
 */
export function plannedState({ model, schema }: KnownType, inputs: Properties, previous?: Properties): Properties {
  const planned: Record<string, Value> = {};
  for (const property of [...schema.outputOnly.keys(), ...schema.computedWhenOmitted.keys()]) {
    const stays = model.changedByUpdate?.includes(property) !== true;
    planned[property] = (stays ? previous?.[property] : undefined) ?? UNKNOWN;
  }
  if (schema.outputOnly.has("tagsAll")) {
    planned["tagsAll"] = {};
  }
  const { __defaults: _defaults, ...given } = inputs;
  Object.assign(planned, given);
  for (const [property, fields] of Object.entries(model.computedInside ?? {})) {
    const block = planned[property];
    const before = previous?.[property];
    if (isProperties(block)) {
      planned[property] = { ...Object.fromEntries(fields.map((field) => [field, (isProperties(before) ? before[field] : undefined) ?? UNKNOWN])), ...block };
    }
  }
  return planned;
}
