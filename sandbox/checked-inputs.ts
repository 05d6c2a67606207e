import { type Autonaming, automaticName, namingOf } from "./autonaming.ts";
import type { KnownType, ProviderSettings } from "./resource-model.ts";
import { isList, isProperties, type Properties, UNKNOWN, type Value } from "./wire.ts";

/** What the engine asks to have checked. */
export interface CheckRequest {
  readonly type: string;
  /** The resource's name in the program. */
  readonly name: string;
  /** Makes automatic names unique. */
  readonly seed: string;
  /** Inputs of the last run; empty for a new resource and for one that is being replaced. */
  readonly olds: Properties;
  readonly news: Properties;
  readonly autonaming: Autonaming;
}

export interface CheckResult {
  readonly inputs: Properties;
  readonly failures: readonly { readonly property: string; readonly reason: string }[];
}

/**
 * Fills names, defaults, region and tags as the real provider's Check does, and reports unusable inputs.
 * What was filled in, except region and tags, is listed in `__defaults`.
 */
export function checkedInputs({ model, schema }: KnownType, request: CheckRequest, settings: ProviderSettings): CheckResult {
  const { type, name, seed, olds, news, autonaming } = request;
  const given = Object.fromEntries(Object.entries(news).filter(([key, value]) => key !== "__defaults" && value !== null));
  const naming = namingOf(model, schema);
  const failures = [...schema.required].filter((property) => given[property] === undefined && naming?.input !== property)
    .map((property) => ({ property, reason: `Missing required property '${property}'` }));
  for (const property of Object.keys(given)) {
    if (!schema.inputs.has(property) && !schema.outputOnly.has(property)) {
      failures.push({ property, reason: `${type} has no property '${property}'` });
    }
  }
  const inputs: Record<string, Value> = { ...model.defaults, ...given };
  for (const [property, fields] of Object.entries(model.defaultsInside ?? {})) {
    const block = inputs[property];
    if (block !== undefined) {
      inputs[property] = isList(block) ? block.map((item) => filledBlock(item, fields)) : filledBlock(block, fields);
    }
  }
  if (naming !== undefined && inputs[naming.input] === undefined && inputs[`${naming.input}Prefix`] === undefined) {
    const made = automaticName(naming, name, seed, olds, given, autonaming);
    if (made !== undefined) {
      inputs[naming.input] = made;
    }
  }
  const defaults = Object.keys(inputs).filter((property) => given[property] === undefined).toSorted((left, right) => left.localeCompare(right));
  if (schema.inputs.has("tags") && schema.outputOnly.has("tagsAll")) {
    const tagsAll = mergedTags(settings.defaultTags, inputs["tags"]);
    if (tagsAll !== undefined) {
      inputs["tagsAll"] = tagsAll;
    }
  }
  if (schema.inputs.has("region") && model.global !== true) {
    inputs["region"] ??= settings.region;
  }
  return { inputs: { ...inputs, __defaults: defaults }, failures };
}

function filledBlock(block: Value, fields: Properties): Value {
  return isProperties(block) ? { ...fields, ...Object.fromEntries(Object.entries(block).filter(([, value]) => value !== null)) } : block;
}

/** The provider's default tags under the resource's own; unknown as a whole while the own tags are. */
function mergedTags(defaultTags: Properties, tags: Value | undefined): Value | undefined {
  if (tags === UNKNOWN) {
    return UNKNOWN;
  }
  const merged = { ...defaultTags, ...(isProperties(tags) ? tags : {}) };
  return Object.keys(merged).length === 0 ? undefined : merged;
}
