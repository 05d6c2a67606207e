import { createHash } from "node:crypto";
import { CloudError } from "./cloud-error.ts";
import type { Faults } from "./faults.ts";
import type { CloudResource, Inventory } from "./inventory.ts";
import { checkReferences } from "./references.ts";
import type { ProviderSettings, ResourceContext, ResourceModel } from "./resource-model.ts";
import { resourceSchema, type ResourceSchema } from "./sdk-schema.ts";
import { placeholder } from "./placeholders.ts";
import { isProperties, type Properties, sameValue, UNKNOWN, type Value } from "./wire.ts";

export interface CheckResult {
  readonly inputs: Properties;
  readonly failures: readonly { readonly property: string; readonly reason: string }[];
}

export interface PropertyChange {
  readonly property: string;
  readonly kind: "add" | "update" | "delete";
  readonly replaces: boolean;
}

export interface Autonaming {
  readonly proposedName?: string;
  readonly disabled: boolean;
}

/** A type as the sandbox knows it: the SDK's declarations and the model beside them. */
interface KnownType {
  readonly schema: ResourceSchema;
  readonly model: ResourceModel;
}

/** The life of resources in the fake cloud, free of the wire protocol. */
export class Cloud {
  readonly #models: ReadonlyMap<string, ResourceModel>;
  readonly #inventory: Inventory;
  readonly #faults: Faults;

  constructor(models: ReadonlyMap<string, ResourceModel>, inventory: Inventory, faults: Faults) {
    this.#models = models;
    this.#inventory = inventory;
    this.#faults = faults;
  }

  /** Fills names, defaults and tags as the real provider's Check does, and reports unusable inputs. */
  check(type: string, name: string, seed: string, news: Properties, settings: ProviderSettings, autonaming: Autonaming): CheckResult {
    const { schema, model } = this.#known(type);
    const given = Object.fromEntries(Object.entries(news).filter(([key, value]) => key !== "__defaults" && value !== null));
    const failures = [...schema.required].filter((property) => given[property] === undefined && model.naming?.input !== property)
      .map((property) => ({ property, reason: `Missing required property '${property}'` }));
    for (const property of Object.keys(given)) {
      if (!schema.inputs.has(property) && !schema.outputOnly.has(property)) {
        failures.push({ property, reason: `${type} has no property '${property}'` });
      }
    }
    const inputs: Record<string, Value> = { ...model.defaults, ...given };
    if (model.naming !== undefined && inputs[model.naming.input] === undefined && inputs[`${model.naming.input}Prefix`] === undefined && !autonaming.disabled) {
      inputs[model.naming.input] = autonaming.proposedName ?? autoname(model.naming, name, seed);
    }
    if (schema.inputs.has("tags") && schema.outputOnly.has("tagsAll")) {
      const tagsAll = mergedTags(settings.defaultTags, inputs["tags"]);
      if (tagsAll !== undefined) {
        inputs["tagsAll"] = tagsAll;
      }
    }
    if (schema.inputs.has("region") && model.global !== true) {
      inputs["region"] ??= settings.region;
    }
    return { inputs, failures };
  }

  diff(type: string, olds: Properties, news: Properties): readonly PropertyChange[] {
    const { model } = this.#known(type);
    const names = new Set([...Object.keys(olds), ...Object.keys(news)].filter((name) => name !== "__defaults"));
    return [...names].filter((name) => !sameValue(olds[name], news[name])).map((property) => ({
      property,
      kind: olds[property] === undefined ? "add" : (news[property] === undefined ? "delete" : "update"),
      replaces: property === "region" || model.replaceOn.includes(property),
    }));
  }

  /** True when the replacement would collide with its predecessor's name. */
  replacesUnderSameName(type: string, olds: Properties, news: Properties): boolean {
    const naming = this.#known(type).model.naming;
    return naming === undefined || sameValue(olds[naming.input], news[naming.input]);
  }

  /** What a preview can know: inputs, and nothing that AWS alone decides. */
  planned(type: string, inputs: Properties, previous: Properties = {}): Properties {
    const { schema } = this.#known(type);
    const outputs: Record<string, Value> = {};
    for (const property of [...schema.outputOnly.keys(), ...schema.computedWhenOmitted.keys()]) {
      outputs[property] = previous[property] ?? UNKNOWN;
    }
    return { ...outputs, ...inputs };
  }

  async create(type: string, urn: string, inputs: Properties, settings: ProviderSettings): Promise<CloudResource> {
    const { model, schema } = this.#known(type);
    await this.#faults.before("create", type);
    const context = this.#context(type, inputs, settings, model, urn);
    const id = model.id(context);
    if (this.#inventory.find(type, context.region, id) !== undefined) {
      throw new CloudError(model.duplicateCode ?? "ResourceAlreadyExistsException", `${type} ${id} already exists${context.region === "" ? "" : ` in ${context.region}`}`);
    }
    checkReferences(context);
    model.validate?.(context);
    const outputs = this.#outputs(model, schema, { ...context, id });
    const resource = { type, id, region: context.region, urn, inputs, outputs };
    await this.#inventory.put(resource);
    this.#faults.created();
    return resource;
  }

  async read(type: string, id: string, properties: Properties, settings: ProviderSettings): Promise<CloudResource | undefined> {
    await this.#faults.before("read", type);
    return this.#existing(type, id, properties, settings);
  }

  async update(type: string, id: string, urn: string, inputs: Properties, settings: ProviderSettings): Promise<CloudResource> {
    const { model, schema } = this.#known(type);
    await this.#faults.before("update", type);
    const existing = this.#existing(type, id, inputs, settings);
    if (existing === undefined) {
      throw new CloudError("ResourceNotFoundException", `${type} ${id} does not exist; "refresh" drops it from the state`);
    }
    const context = this.#context(type, inputs, settings, model, urn);
    checkReferences(context);
    model.validate?.(context);
    const outputs = { ...existing.outputs, ...this.#outputs(model, schema, { ...context, id }) };
    const resource = { ...existing, inputs, outputs };
    await this.#inventory.put(resource);
    return resource;
  }

  async delete(type: string, id: string, properties: Properties, settings: ProviderSettings): Promise<void> {
    await this.#faults.before("delete", type);
    const existing = this.#existing(type, id, properties, settings);
    if (existing === undefined) {
      return;
    }
    const { model } = this.#known(type);
    const refusal = model.deleteRefusal?.({ ...this.#context(type, existing.inputs, settings, model, existing.urn), outputs: existing.outputs });
    if (refusal !== undefined) {
      throw new CloudError(refusal.code, refusal.message);
    }
    await this.#inventory.remove(existing);
  }

  #existing(type: string, id: string, properties: Properties, settings: ProviderSettings): CloudResource | undefined {
    return this.#inventory.find(type, regionOf(properties, settings, this.#known(type).model), id);
  }

  #outputs(model: ResourceModel, schema: ResourceSchema, context: ResourceContext & { readonly id: string }): Properties {
    const outputs: Record<string, Value> = {};
    for (const [property, declared] of [...schema.outputOnly, ...schema.computedWhenOmitted]) {
      const value = placeholder(property, declared, context);
      if (value !== undefined) {
        outputs[property] = value;
      }
    }
    return { ...outputs, ...model.outputs?.(context), ...context.inputs };
  }

  #context(type: string, inputs: Properties, settings: ProviderSettings, model: ResourceModel, urn: string): ResourceContext {
    return {
      type,
      region: regionOf(inputs, settings, model),
      inputs,
      inventory: this.#inventory,
      hex: (length, salt = "") => createHash("sha256").update(`${urn}|${JSON.stringify(inputs)}|${salt}`).digest("hex").slice(0, length),
    };
  }

  #known(type: string): KnownType {
    const schema = resourceSchema(type);
    const model = this.#models.get(type);
    if (schema === undefined) {
      throw new CloudError("UnknownType", `the installed SDK has no resource type ${type}`);
    }
    if (model === undefined) {
      throw new CloudError("UnknownType", `the sandbox does not model ${type}; add it in sandbox/${type.split(":")[0] ?? ""}/, or preview this program against a real account`);
    }
    return { schema, model };
  }
}

function regionOf(properties: Properties, settings: ProviderSettings, model: ResourceModel): string {
  if (model.global === true) {
    return "";
  }
  const own = properties["region"];
  return typeof own === "string" ? own : settings.region;
}

function autoname(naming: NonNullable<ResourceModel["naming"]>, name: string, seed: string): string {
  const suffix = createHash("sha256").update(`${name}|${seed}`).digest("hex").slice(0, 7);
  const separator = naming.separator ?? "-";
  const base = naming.lowercase === true ? name.toLowerCase() : name;
  return `${base.slice(0, naming.maxLength - separator.length - suffix.length)}${separator}${suffix}`;
}

/** The provider's default tags under the resource's own; unknown as a whole while the own tags are. */
function mergedTags(defaultTags: Properties, tags: Value | undefined): Value | undefined {
  if (tags === UNKNOWN) {
    return UNKNOWN;
  }
  const merged = { ...defaultTags, ...(isProperties(tags) ? tags : {}) };
  return Object.keys(merged).length === 0 ? undefined : merged;
}
