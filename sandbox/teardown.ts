import { existsSync } from "node:fs";
import { type CloudResource, Inventory, readInventory } from "./inventory.ts";
import type { Remaining } from "./report.ts";
import { ACCOUNT } from "./resource-model.ts";
import { isList, isProperties, type Properties, type Value } from "./wire.ts";

const DAY = 86_400_000;

/** Inputs by which AWS refuses to delete a resource until somebody with the right switches them off. */
const PROTECTIONS = ["deletionProtection", "deletionProtectionEnabled", "enableDeletionProtection", "disableApiTermination", "terminationProtectionEnabled"];
/** Protection on, in the words of the services, and off. */
const OFF = new Map<Value | undefined, Value>([[true, false], ["ACTIVE", "INACTIVE"]]);

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
  for (const resource of inventory.all()) {
    const on = resource.deletedUntil === undefined ? PROTECTIONS.filter((property) => OFF.has(resource.inputs[property])) : [];
    if (on.length > 0) {
      const off: Properties = Object.fromEntries(on.map((property) => [property, OFF.get(resource.inputs[property]) ?? false]));
      await inventory.put({ ...resource, inputs: { ...resource.inputs, ...off }, outputs: { ...resource.outputs, ...off } });
      lifted.push(`${on.join(", ")} of ${resource.type} ${resource.id}`);
    }
  }
  return lifted;
}

/** What is left in the fake cloud, with the reason and the day until which it stays. */
export function remainder(inventoryFile: string, now = new Date()): readonly Remaining[] {
  const left = existsSync(inventoryFile) ? readInventory(inventoryFile).resources : [];
  const byAnchor = Map.groupBy(left, (resource) => anchorOf(resource, left));
  const anchors = [...byAnchor.keys()];
  const holders = [...byAnchor].map(([anchor, parts]) => ({ anchor, settings: parts.filter((part) => part !== anchor), lock: lockOf(parts, now) }));
  return holders.map(({ anchor, settings, lock }) => {
    const { type, region, deletedUntil } = anchor;
    const opened = holders.filter((other) => other.lock !== undefined && dependsOn([other.anchor, ...other.settings], anchor, anchors));
    const latest = opened.map((other) => other.lock?.until ?? now).toSorted((one, other) => other.getTime() - one.getTime())[0];
    const reason = deletedUntil === undefined
      ? lock?.reason ?? (latest === undefined ? "kept by the program; delete it by hand" : `opens ${opened.map((other) => nameOf(other.anchor)).toSorted().join(", ")}; needed until ${day(latest)}`)
      : `deletion is scheduled; AWS removes it on ${day(new Date(deletedUntil))}`;
    return { type, id: nameOf(anchor), region, settings: settings.length, reason };
  }).toSorted((one, other) => one.type.localeCompare(other.type) || one.id.localeCompare(other.id));
}

/** Settings such as a bucket's policy carry the id of what they belong to; everything else stands for itself. */
function anchorOf(resource: CloudResource, left: readonly CloudResource[]): CloudResource {
  const owner = left.find(({ type, id, region }) => OWNERS.has(type) && id === resource.id && region === resource.region);
  return owner ?? resource;
}

/** The `Name` tag, where the id says nothing to a person. */
function nameOf({ id, inputs }: CloudResource): string {
  const name = at(inputs, "tags", "Name");
  return typeof name === "string" ? name : id;
}

const OWNERS: ReadonlySet<string> = new Set(["aws:s3/bucket:Bucket", "aws:backup/vault:Vault"]);

interface Lock {
  readonly until: Date;
  readonly reason: string;
}

/** How long a bucket or vault keeps what was written last. */
function lockOf(parts: readonly CloudResource[], now: Date): Lock | undefined {
  const after = (days: Value | undefined): Date | undefined => (typeof days === "number" ? new Date(now.getTime() + days * DAY) : undefined);
  const found = <T>(read: (inputs: Properties) => T | undefined): T | undefined => parts.map(({ inputs }) => read(inputs)).find((value) => value !== undefined);
  const years = found((inputs) => at(inputs, "rule", "defaultRetention", "years"));
  const objects = after(typeof years === "number" ? years * 365 : found((inputs) => at(inputs, "rule", "defaultRetention", "days")));
  if (objects !== undefined) {
    return { until: objects, reason: `Object Lock: what was written last stays until ${day(objects)}` };
  }
  const points = after(found((inputs) => at(inputs, "maxRetentionDays") ?? at(inputs, "minRetentionDays")));
  if (points !== undefined) {
    return { until: points, reason: `vault lock: the last recovery points may stay until ${day(points)}` };
  }
  const expirations = parts.flatMap(({ inputs }) => (isList(inputs["rules"]) ? inputs["rules"].map((rule) => at(rule, "expiration", "days")) : [])).filter((days) => typeof days === "number");
  const logs = after(expirations.length === 0 ? undefined : Math.max(...expirations));
  return logs === undefined ? undefined : { until: logs, reason: `keeps logs that nobody may delete; the last expire on ${day(logs)}` };
}

/** True when one of the parts names the key, or a replica of it. */
function dependsOn(parts: readonly CloudResource[], key: CloudResource, anchors: readonly CloudResource[]): boolean {
  const named = new Set(parts.flatMap(({ inputs }) => texts(inputs)));
  const names = (resource: CloudResource): boolean => [resource.id, resource.outputs["arn"]].some((name) => typeof name === "string" && named.has(name));
  const replicas = anchors.filter(({ inputs }) => inputs["primaryKeyArn"] !== undefined && inputs["primaryKeyArn"] === key.outputs["arn"]);
  const primary = anchors.filter(({ outputs }) => outputs["arn"] !== undefined && outputs["arn"] === key.inputs["primaryKeyArn"]);
  return [key, ...replicas, ...primary].some(names);
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
