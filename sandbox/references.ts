import { CloudError } from "./cloud-error.ts";
import type { CloudResource, Inventory } from "./inventory.ts";
import type { ModelSource, ResourceContext, ResourceModel } from "./resource-model.ts";
import { isList, isProperties, type Properties, UNKNOWN, type Value } from "./wire.ts";

/** Where a reference is looked up. */
export interface Place {
  readonly region: string;
  readonly inventory: Inventory;
}

/** One way in which an input names another resource. */
export interface Reference {
  /** Types that such a value can name. */
  readonly types: readonly string[];
  /**
   * Looks the value up.
   * @returns the resource; "outside" for what this account does not own or AWS provides; undefined for nothing.
   */
  readonly find: (value: string, place: Place) => CloudResource | "outside" | undefined;
  /** AWS's refusal of a value that names nothing. `{value}` and `{region}` are filled in. */
  readonly code: string;
  readonly message: string;
  /** AWS's refusal to delete the target while it is referred to; absent where AWS does not mind. `{value}` is filled in. */
  readonly holds?: { readonly code: string; readonly message: string };
}

/** The same reference with the words of another service. */
export function inWordsOf(reference: Reference, code: string, message = reference.message): Reference {
  return { ...reference, code, message };
}

/** The same reference, which does not keep its target from being deleted. */
export function loosely(reference: Reference): Reference {
  const { holds: _holds, ...rest } = reference;
  return rest;
}

/** Refuses inputs that name something which does not exist where the resource is. */
export function checkReferences(model: ResourceModel, context: ResourceContext): void {
  for (const [path, reference] of Object.entries(model.references ?? {})) {
    for (const value of textsAt(context.inputs, path)) {
      if (reference.find(value, context) === undefined) {
        throw new CloudError(reference.code, filled(reference.message, value, context.region));
      }
    }
  }
}

/** Refuses to delete what another live resource still uses, where AWS does. */
export function checkUnused(target: CloudResource, models: ModelSource, inventory: Inventory): void {
  for (const user of inventory.all()) {
    for (const [path, { types, holds, find }] of Object.entries(models.get(user.type)?.references ?? {})) {
      if (holds !== undefined && types.includes(target.type) && user !== target && user.deletedUntil === undefined
        && textsAt(user.inputs, path).some((value) => find(value, { region: user.region, inventory }) === target)) {
        throw new CloudError(holds.code, `${filled(holds.message, target.id, target.region)} (used by ${user.type} ${user.id})`);
      }
    }
  }
}

/** All known texts at a path; a list on the way stands for each of its items. */
export function textsAt(inputs: Properties, path: string): readonly string[] {
  return valuesAt(inputs, path.split(".")).flatMap((value) => (typeof value === "string" && value !== "" && value !== UNKNOWN ? [value] : []));
}

function valuesAt(value: Value | undefined, path: readonly string[]): readonly Value[] {
  if (isList(value)) {
    return value.flatMap((item) => valuesAt(item, path));
  }
  const [head, ...rest] = path;
  if (head === undefined) {
    return value === undefined ? [] : [value];
  }
  return isProperties(value) ? valuesAt(value[head], rest) : [];
}

function filled(message: string, value: string, region: string): string {
  return message.replaceAll("{value}", value).replaceAll("{region}", region === "" ? "this account" : region);
}
