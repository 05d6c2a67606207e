import { createHash } from "node:crypto";
import { namingOf } from "./autonaming.ts";
import { type CheckRequest, checkedInputs, type CheckResult } from "./checked-inputs.ts";
import { CloudError } from "./cloud-error.ts";
import { checkDocuments } from "./documents.ts";
import type { Faults } from "./faults.ts";
import { type CloudResource, type Inventory, stateOf } from "./inventory.ts";
import { placeholder } from "./placeholders.ts";
import { plannedState } from "./planned-state.ts";
import { type PropertyChange, propertyChanges } from "./property-changes.ts";
import { checkReferences, checkUnused } from "./references.ts";
import type { KnownType, ModelSource, OutputContext, ProviderSettings, Refusal, ResourceContext, ResourceModel } from "./resource-model.ts";
import { resourceSchema } from "./sdk-schema.ts";
import { fillTemplate } from "./templates.ts";
import { isProperties, type Properties, sameValue, type Value } from "./wire.ts";

/** The life of resources in the fake cloud, free of the wire protocol. */
export class Cloud {
  readonly #models: ModelSource;
  readonly #inventory: Inventory;
  readonly #faults: Faults;
  readonly #now: () => Date;

  constructor(models: ModelSource, inventory: Inventory, faults: Faults, now = (): Date => new Date()) {
    this.#models = models;
    this.#inventory = inventory;
    this.#faults = faults;
    this.#now = now;
  }

  check(request: CheckRequest, settings: ProviderSettings): CheckResult {
    const known = this.#known(request.type);
    return known.model.check?.(request, settings) ?? checkedInputs(known, request, settings);
  }

  diff(type: string, olds: Properties, news: Properties): readonly PropertyChange[] {
    const { model, schema } = this.#known(type);
    return propertyChanges(olds, news, model, new Set(schema.computedWhenOmitted.keys()));
  }

  /** True when the replacement would collide with its predecessor's name. */
  replacesUnderSameName(type: string, olds: Properties, news: Properties): boolean {
    const { model, schema } = this.#known(type);
    if (model.duplicateCode === undefined) {
      return false;
    }
    if (model.keepsName !== undefined) {
      return model.keepsName(olds, news);
    }
    const naming = namingOf(model, schema);
    return naming === undefined || (news[naming.input] !== undefined && sameValue(olds[naming.input], news[naming.input]));
  }

  planned(type: string, inputs: Properties, previous?: Properties): Properties {
    return plannedState(this.#known(type), inputs, previous);
  }

  async create(type: string, urn: string, inputs: Properties, settings: ProviderSettings): Promise<CloudResource> {
    const known = this.#known(type);
    const { model } = known;
    await this.#faults.before("create", type);
    const context = this.#namedContext(type, inputs, settings, known, urn);
    this.#refuse(model, context);
    const id = this.#newId(model, context, urn);
    const createdAt = this.#now();
    const outputs = this.#outputs(known, { ...this.#identified(context, id), createdAt, previous: undefined });
    const resource = { type, id, region: context.region, urn, inputs, outputs, createdAt: createdAt.toISOString() };
    await this.#inventory.put(resource);
    this.#faults.created();
    return resource;
  }

  /** @param id the provider's id; `id@region` names the region, as an import does */
  async read(type: string, id: string, properties: Properties, settings: ProviderSettings): Promise<CloudResource | undefined> {
    await this.#faults.before("read", type);
    const [, plain, region] = /^(.+)@([a-z]{2,3}(?:-[a-z]+)+-\d)$/u.exec(id) ?? [];
    return plain === undefined || region === undefined
      ? this.#existing(type, id, properties, settings)
      : this.#existing(type, plain, { ...properties, region }, settings);
  }

  async update(type: string, id: string, urn: string, inputs: Properties, settings: ProviderSettings): Promise<CloudResource> {
    const known = this.#known(type);
    await this.#faults.before("update", type);
    const existing = this.#existing(type, id, inputs, settings);
    if (existing === undefined) {
      throw new CloudError("ResourceNotFoundException", `${type} ${id} does not exist; "refresh" drops it from the state`);
    }
    const named = { ...this.#nameOf(known, existing.outputs), ...inputs };
    const context = this.#identified(this.#context(type, named, settings, known.model, urn), id);
    this.#refuse(known.model, context);
    const outputs = this.#outputs(known, { ...context, createdAt: new Date(existing.createdAt), previous: existing.outputs });
    const resource = { ...existing, urn, inputs, outputs: { ...existing.outputs, ...outputs } };
    await this.#inventory.put(resource);
    return resource;
  }

  async delete(type: string, id: string, properties: Properties, settings: ProviderSettings): Promise<void> {
    await this.#faults.before("delete", type);
    const existing = this.#existing(type, id, properties, settings);
    if (existing === undefined) {
      return;
    }
    const refusal = this.refusalToDelete(existing);
    if (refusal !== undefined) {
      throw new CloudError(refusal.code, refusal.message, refusal.until);
    }
    checkUnused(existing, this.#models, this.#inventory);
    for (const other of this.#known(type).model.alsoDeletes?.(this.#live(existing)) ?? []) {
      await this.#inventory.remove(other);
    }
    const until = this.#known(type).model.deletedUntil?.(this.#live(existing));
    await (until === undefined ? this.#inventory.remove(existing) : this.#inventory.put({ ...existing, deletedUntil: until.toISOString() }));
  }

  /** Why AWS would refuse to delete a resource for its own sake, or undefined. */
  refusalToDelete(resource: CloudResource): Refusal | undefined {
    return this.#known(resource.type).model.deleteRefusal?.(this.#live(resource));
  }

  #existing(type: string, id: string, properties: Properties, settings: ProviderSettings): CloudResource | undefined {
    return this.#inventory.find(type, regionOf(properties, settings, this.#known(type).model), id);
  }

  #refuse(model: ResourceModel, context: ResourceContext): void {
    checkReferences(model, context);
    checkDocuments(model, context);
    model.validate?.(context);
  }

  /** AWS refuses a name that is taken; an id of its own making it simply makes anew. */
  #newId(model: ResourceModel, context: ResourceContext, urn: string): string {
    const { type, region } = context;
    const taken = (id: string): CloudResource | undefined =>
      this.#inventory.claimant(type, (other) => other.id === id && (model.uniqueEverywhere === true || other.region === region));
    const rival = model.uniqueBy === undefined ? undefined : this.#inventory.claimant(type, (other) => other.region === region
      && model.uniqueBy?.every((property) => sameValue(stateOf(other)[property] ?? "", context.inputs[property] ?? "")) === true);
    for (let attempt = 0; ; attempt += 1) {
      const id = idOf(model, { ...context, hex: hexFrom(`${urn}|${JSON.stringify(context.inputs)}|${String(attempt)}`) });
      const other = rival ?? taken(id);
      if (other === undefined) {
        return id;
      }
      if (model.duplicateCode !== undefined && (rival !== undefined || model.uniqueBy === undefined)) {
        const kept = other.deletedUntil === undefined ? "" : `; it was deleted and is kept until ${other.deletedUntil}`;
        throw new CloudError(model.duplicateCode, `${type} ${other.id} already exists${region === "" ? "" : ` in ${other.region}`}${kept}`);
      }
      if (attempt > 0 && id === idOf(model, { ...context, hex: hexFrom("") })) {
        // A setting of something else, named by it: writing it again overwrites it.
        return id;
      }
    }
  }

  #outputs({ model, schema }: KnownType, context: OutputContext): Properties {
    const outputs: Record<string, Value> = {};
    for (const [property, declared] of [...schema.outputOnly, ...schema.computedWhenOmitted]) {
      const value = context.inputs[property] === undefined ? placeholder(property, declared, schema.computedWhenOmitted.has(property), context) : undefined;
      if (value !== undefined) {
        outputs[property] = value;
      }
    }
    const arn = model.arn === undefined ? {} : { arn: fillTemplate(model.arn, context, context.id) };
    const computed = model.outputs?.(context) ?? {};
    const asked = Object.entries(computed).filter(([property, value]) => context.inputs[property] === undefined || isProperties(value));
    return { ...outputs, ...arn, ...Object.fromEntries(asked), ...this.#nameOf({ model, schema }, context.inputs) };
  }

  /** The context of a create, with the name that AWS makes up from a prefix or from nothing. */
  #namedContext(type: string, inputs: Properties, settings: ProviderSettings, { model, schema }: KnownType, urn: string): ResourceContext {
    const context = this.#context(type, inputs, settings, model, urn);
    const naming = namingOf(model, schema);
    if (naming === undefined || inputs[naming.input] !== undefined) {
      return context;
    }
    const prefix = inputs[`${naming.input}Prefix`];
    return { ...context, inputs: { ...inputs, [naming.input]: `${typeof prefix === "string" ? prefix : "terraform-"}${context.hex(26, "name")}` } };
  }

  #nameOf({ model, schema }: KnownType, properties: Properties): Properties {
    const input = namingOf(model, schema)?.input;
    const name = input === undefined ? undefined : properties[input];
    return input === undefined || name === undefined ? {} : { [input]: name };
  }

  #context(type: string, inputs: Properties, settings: ProviderSettings, model: ResourceModel, urn: string): ResourceContext {
    return { type, region: regionOf(inputs, settings, model), inputs, inventory: this.#inventory, now: this.#now(), hex: hexFrom(`${urn}|${JSON.stringify(inputs)}`) };
  }

  /** What a resource computes must not change with its inputs, so it follows from the id. */
  #identified(context: ResourceContext, id: string): ResourceContext & { readonly id: string } {
    return { ...context, id, hex: hexFrom(`${context.type}|${context.region}|${id}`) };
  }

  #live(resource: CloudResource): OutputContext & { readonly outputs: Properties } {
    const { type, region, inputs, outputs, createdAt, id } = resource;
    const context = { type, region, inputs, inventory: this.#inventory, now: this.#now(), hex: hexFrom("") };
    return { ...this.#identified(context, id), outputs, createdAt: new Date(createdAt), previous: outputs };
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

function idOf(model: ResourceModel, context: ResourceContext): string {
  return typeof model.id === "string" ? fillTemplate(model.id, context) : model.id(context);
}

function hexFrom(seed: string): ResourceContext["hex"] {
  return (length, salt = "") => {
    let hex = "";
    for (let part = 0; hex.length < length; part += 1) {
      hex += createHash("sha256").update(`${seed}|${salt}|${String(part)}`).digest("hex");
    }
    return hex.slice(0, length);
  };
}

function regionOf(properties: Properties, settings: ProviderSettings, model: ResourceModel): string {
  if (model.global === true) {
    return "";
  }
  const own = properties["region"];
  return typeof own === "string" ? own : settings.region;
}
