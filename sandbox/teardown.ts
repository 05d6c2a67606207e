import { existsSync } from "node:fs";
import { type CloudResource, Inventory, readInventory } from "./inventory.ts";
import type { Remaining } from "./report.ts";
import { ACCOUNT } from "./resource-model.ts";
import { isList, isProperties, type Properties, type Value } from "./wire.ts";

const DAY = 86_400_000;

/** Inputs by which AWS refuses to delete a resource until somebody with the right switches them off. */
const PROTECTIONS = ["deletionProtection", "deletionProtectionEnabled", "enableDeletionProtection", "disableApiTermination", "terminationProtectionEnabled"];

/**
 * Switches deletion protection off in the fake cloud, as an operator would before a destroy.
 * Locks are not protections: nobody can lift them, and they stay.
 * @returns what was lifted, in words
 */
export async function liftProtections(inventoryFile: string): Promise<readonly string[]> {
  if (!existsSync(inventoryFile)) {
    return [];
  }
  const inventory = new Inventory(inventoryFile, ACCOUNT);
  const lifted: string[] = [];
  for (const resource of [...inventory.all()]) {
    const on = PROTECTIONS.filter((property) => resource.inputs[property] === true);
    if (on.length > 0) {
      const off: Properties = Object.fromEntries(on.map((property) => [property, false]));
      await inventory.put({ ...resource, inputs: { ...resource.inputs, ...off }, outputs: { ...resource.outputs, ...off } });
      lifted.push(`${on.join(", ")} of ${resource.type} ${resource.id}`);
    }
  }
  return lifted;
}

/** What is left in the fake cloud, with the reason and the day until which AWS keeps it. */
export function remainder(inventoryFile: string, now = new Date()): readonly Remaining[] {
  const left = existsSync(inventoryFile) ? readInventory(inventoryFile).resources : [];
  const dates = lockDates(left, now);
  return left.map((resource) => {
    const { type, id, region } = resource;
    const until = dates.get(resource);
    if (resource.deletedUntil !== undefined) {
      return { type, id, region, reason: `deletion is scheduled; AWS removes it on ${day(new Date(resource.deletedUntil))}` };
    }
    return { type, id, region, reason: until === undefined ? "kept by the program; delete it by hand" : `kept with data that is locked until ${day(until)}` };
  }).toSorted((one, other) => one.type.localeCompare(other.type) || one.id.localeCompare(other.id));
}

/** The latest day on which something may still be locked, for each resource that is tied to a lock. */
function lockDates(left: readonly CloudResource[], now: Date): ReadonlyMap<CloudResource, Date> {
  const dates = new Map<CloudResource, Date>();
  const extend = (resource: CloudResource, date: Date): boolean => {
    const known = dates.get(resource);
    if (known !== undefined && known >= date) {
      return false;
    }
    dates.set(resource, date);
    return true;
  };
  for (const resource of left) {
    const days = retentionDays(resource);
    if (days !== undefined) {
      extend(resource, new Date(now.getTime() + days * DAY));
    }
  }
  // A bucket is tied to its lock, the lock's bucket to its key, the key to its alias and replica.
  for (let moved = true; moved;) {
    moved = false;
    for (const [one, other] of ties(left)) {
      for (const [from, to] of [[one, other], [other, one]] as const) {
        const date = dates.get(from);
        moved = (date !== undefined && extend(to, date)) || moved;
      }
    }
  }
  return dates;
}

/** Days for which a lock or an expiry rule keeps what was written last; undefined for what has none. */
function retentionDays({ inputs }: CloudResource): number | undefined {
  const lock = at(inputs, "rule", "defaultRetention", "days") ?? at(inputs, "maxRetentionDays") ?? at(inputs, "minRetentionDays");
  const expiry = isList(inputs["rules"]) ? inputs["rules"].map((rule) => at(rule, "expiration", "days")) : [];
  const days = [lock, ...expiry].filter((value) => typeof value === "number");
  return days.length === 0 ? undefined : Math.max(...days);
}

/** Pairs of which one names the other by its id or ARN. */
function ties(left: readonly CloudResource[]): readonly (readonly [CloudResource, CloudResource])[] {
  const byName = new Map<string, CloudResource>();
  for (const resource of left) {
    const arn = resource.outputs["arn"];
    for (const name of [resource.id, ...(typeof arn === "string" ? [arn] : [])]) {
      byName.set(name, byName.get(name) ?? resource);
    }
  }
  return left.flatMap((resource) => [...new Set(texts(resource.inputs))].flatMap((text) => {
    const named = byName.get(text);
    return named === undefined || named === resource ? [] : [[resource, named] as const];
  }));
}

function at(value: Value | undefined, ...path: readonly string[]): Value | undefined {
  return path.reduce<Value | undefined>((current, name) => (isProperties(current) ? current[name] : undefined), value);
}

function texts(value: Value): readonly string[] {
  if (typeof value === "string") {
    return [value];
  }
  return isList(value) ? value.flatMap(texts) : (isProperties(value) ? Object.values(value).flatMap(texts) : []);
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}
