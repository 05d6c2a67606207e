import type { Recorded } from "../../recording/record.ts";
import { ResourceLinks } from "./resource-links.ts";
import type { Room } from "./room.ts";

/** From one component to another, by name. */
export interface Flow {
  readonly from: string;
  readonly to: string;
}

/** Kinds of resources that hold patients' data themselves, and the input with their name. */
const STORES: Readonly<Record<string, string>> = {
  "aws:s3/bucket:Bucket": "bucket",
  "aws:dynamodb/table:Table": "name",
  "aws:rds/instance:Instance": "identifier",
  "aws:rds/cluster:Cluster": "clusterIdentifier",
  "aws:rds/globalCluster:GlobalCluster": "globalClusterIdentifier",
};

/** Where copies of patients' data go: to replicas that name their source, and to vaults whose plans select stores by a tag. */
export function phiCopies(rooms: readonly Room[]): readonly Flow[] {
  const links = new ResourceLinks(rooms.flatMap(({ resources }) => resources));
  const isCopied = (store: Recorded, to: Room): boolean => to.resources.some((resource) => selects(resource, store) || isReplica(links, resource, store, storesOf(to)));
  return rooms.flatMap((to) => rooms.filter((from) => from !== to && storesOf(from).some((store) => isCopied(store, to))).map((from) => ({ from: from.name, to: to.name })));
}

/** Components that name a store of patients' data in a setting of their own: they record, scan or watch it. */
export function phiWatchers(rooms: readonly Room[]): readonly Flow[] {
  return rooms.flatMap((from) => {
    const settings = from.resources.filter(({ type }) => !type.startsWith("aws:iam/") && !type.startsWith("aws:s3/")).map(({ inputs }) => JSON.stringify(inputs)).join("\n");
    return rooms.filter((to) => to !== from && storesOf(to).some((store) => mentions(settings, nameOf(store)))).map((to) => ({ from: from.name, to: to.name }));
  });
}

function storesOf({ resources }: Room): readonly Recorded[] {
  return resources.filter(({ type, inputs }) => type in STORES && tagsOf(inputs["tags"])["DataClassification"] === "phi");
}

/** A store that names its source, or a rule that sends a bucket's objects to one beside it. */
function isReplica(links: ResourceLinks, resource: Recorded, store: Recorded, beside: readonly Recorded[]): boolean {
  return beside.includes(resource)
    ? ["replicateSourceDb", "globalClusterIdentifier"].some((input) => links.sources(resource, input).includes(store))
    : beside.length > 0 && resource.type.includes("ReplicationConfig") && resource.inputs["bucket"] === nameOf(store);
}

/** A backup selection takes every resource that has its tags. */
function selects({ type, inputs }: Recorded, store: Recorded): boolean {
  const wanted: readonly unknown[] = type === "aws:backup/selection:Selection" && Array.isArray(inputs["selectionTags"]) ? inputs["selectionTags"] : [];
  return wanted.some((condition) => {
    const { key, value }: { readonly key?: unknown; readonly value?: unknown } = Object(condition);
    return typeof key === "string" && tagsOf(store.inputs["tags"])[key] === value;
  });
}

function nameOf({ type, inputs }: Recorded): string {
  const name = inputs[STORES[type] ?? ""];
  return typeof name === "string" ? name : "";
}

/** The whole name, not a longer one that starts with it. */
function mentions(text: string, name: string): boolean {
  return name !== "" && new RegExp(`(?<![\\w-])${name.replaceAll(/[^\w-]/gu, "\\$&")}(?![\\w-])`, "u").test(text);
}

function tagsOf(tags: unknown): Readonly<Record<string, unknown>> {
  return { ...Object(tags ?? {}) };
}
