import { renameSync, writeFileSync } from "node:fs";
import { type CloudResource, readInventory } from "./inventory.ts";
import { resourceSchema } from "./sdk-schema.ts";
import { isProperties, type Properties, type Value } from "./wire.ts";
import { UsageError } from "./workspace.ts";

/**
 * Changes a resource behind the engine's back, as somebody at the AWS console would.
 * No sandbox may be running on the inventory: it would not notice and write over it.
 * @param nameOrUrn URN, or the resource's name in the program where only one has it
 * @param path property, or `block.field` inside objects; a number steps into a list
 * @throws {UsageError} when nothing or several answer to the name, or the type has no such property
 */
export function driftResource(file: string, nameOrUrn: string, path: string, value: Value): void {
  const inventory = readInventory(file);
  const target = onlyNamed(inventory.resources, nameOrUrn);
  const [property = "", ...rest] = path.split(".");
  const schema = resourceSchema(target.type);
  const isInput = schema?.inputs.has(property) === true;
  if (!isInput && schema?.outputOnly.has(property) !== true) {
    throw new UsageError(`${target.type} has no property ${JSON.stringify(property)}; it has ${[...(schema?.inputs ?? []), ...(schema?.outputOnly.keys() ?? [])].toSorted().join(", ")}`);
  }
  const part = isInput ? "inputs" : "outputs";
  const changed = { ...target, [part]: withValue(target[part], [property, ...rest], value, path) };
  const resources = inventory.resources.map((resource) => (resource === target ? changed : resource));
  const temporary = `${file}.drift.tmp`;
  writeFileSync(temporary, `${JSON.stringify({ ...inventory, resources }, undefined, 1)}\n`);
  renameSync(temporary, file);
}

function onlyNamed(resources: readonly CloudResource[], nameOrUrn: string): CloudResource {
  const live = resources.filter(({ deletedUntil }) => deletedUntil === undefined);
  const named = live.filter(({ urn }) => urn === nameOrUrn || urn.endsWith(`::${nameOrUrn}`));
  const [only, ...others] = named;
  if (only === undefined) {
    const near = live.filter(({ urn }) => urn.includes(nameOrUrn)).map(({ urn }) => `  ${urn}`);
    throw new UsageError(`The fake cloud has no resource ${JSON.stringify(nameOrUrn)}${near.length > 0 ? `; similar:\n${near.join("\n")}` : ""}`);
  }
  if (others.length > 0) {
    throw new UsageError(`${JSON.stringify(nameOrUrn)} names ${String(named.length)} resources; give the URN of one:\n${named.map(({ urn }) => `  ${urn}`).join("\n")}`);
  }
  return only;
}

function withValue(properties: Properties, path: readonly string[], value: Value, whole: string): Properties {
  const [head = "", ...rest] = path;
  return { ...properties, [head]: rest.length === 0 ? value : inside(properties[head], rest, value, whole) };
}

function inside(container: Value | undefined, path: readonly string[], value: Value, whole: string): Value {
  const [head = "", ...rest] = path;
  if (Array.isArray(container)) {
    const items: readonly Value[] = container;
    if (!(Number(head) in items)) {
      throw new UsageError(`${whole}: the list ${items.length === 0 ? "is empty" : `has items 0 to ${String(items.length - 1)}, not ${head}`}`);
    }
    return items.map((item, index) => (index === Number(head) ? (rest.length === 0 ? value : inside(item, rest, value, whole)) : item));
  }
  return withValue(isProperties(container) ? container : {}, path, value, whole);
}
