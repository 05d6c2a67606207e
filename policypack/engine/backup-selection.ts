import { patternMatches } from "./policy-document-pattern.ts";
import type { Reader } from "./reader.ts";
import { regionOf } from "./regions.ts";
import type { JudgedStack, StackFinding, StackResource } from "./rule.ts";
import { tagOf } from "./tags.ts";

const SELECTION = "aws:backup/selection:Selection";

/** The ARN of each kind of store after `arn:partition:`, with the property that names the store. */
const STORES: Readonly<Record<string, readonly [service: string, prefix: string, nameProperty: string]>> = {
  "aws:rds/instance:Instance": ["rds", "db:", "identifier"],
  "aws:rds/cluster:Cluster": ["rds", "cluster:", "clusterIdentifier"],
  "aws:dynamodb/table:Table": ["dynamodb", "table/", "name"],
  "aws:s3/bucket:Bucket": ["s3", "", "bucket"],
  "aws:s3/bucketV2:BucketV2": ["s3", "", "bucket"],
  "aws:ebs/volume:Volume": ["ec2", "volume/", "id"],
  "aws:ec2/instance:Instance": ["ec2", "instance/", "id"],
  "aws:efs/fileSystem:FileSystem": ["elasticfilesystem", "file-system/", "id"],
  "aws:fsx/lustreFileSystem:LustreFileSystem": ["fsx", "file-system/", "id"],
  "aws:fsx/ontapFileSystem:OntapFileSystem": ["fsx", "file-system/", "id"],
  "aws:fsx/openZfsFileSystem:OpenZfsFileSystem": ["fsx", "file-system/", "id"],
  "aws:fsx/windowsFileSystem:WindowsFileSystem": ["fsx", "file-system/", "id"],
};

/** What AWS Backup makes backups of, as far as this pack knows how to name it. */
export const BACKED_UP_TYPES = Object.keys(STORES);

/** A finding for each store that no selection of the stack assigns to a backup plan. */
export function unselected(stack: JudgedStack, stores: readonly StackResource[]): readonly StackFinding[] {
  const selectionsOf = selectionsTaking(stack);
  return stores
    .filter((store) => selectionsOf(store).length === 0)
    .map(({ urn }) => ({ urn, property: "tags", found: "no backup selection takes the resource", required: "a tag or an ARN that a backup.Selection of its region names" }));
}

/** Tells of each store which selections take it; selections are looked up by tag, so that many of them cost little. */
export function selectionsTaking(stack: JudgedStack): (store: StackResource) => readonly StackResource[] {
  const byTag = new Map<string, Map<string, StackResource[]>>();
  const others: StackResource[] = [];
  for (const selection of stack.ofType(SELECTION)) {
    const tags = selection.props.objects("selectionTags");
    for (const tag of tags) {
      const values = byTag.get(tag.string("key") ?? "") ?? new Map<string, StackResource[]>();
      const value = tag.string("value") ?? "";
      byTag.set(tag.string("key") ?? "", values.set(value, [...(values.get(value) ?? []), selection]));
    }
    if (tags.length === 0 || selection.props.has("resources")) {
      others.push(selection);
    }
  }
  return (store) => {
    const tagged = [...byTag].flatMap(([key, values]) => values.get(tagOf(store.props, key) ?? "") ?? []);
    return [...new Set([...tagged, ...others])].filter((selection) => selects(stack, selection, store));
  };
}

/**
 * Whether a selection takes a store, as AWS Backup decides: named by ARN or by one of the tags (all
 * resources when neither is given), meeting every condition, and not excluded.
 */
function selects(stack: JudgedStack, selection: StackResource, store: StackResource): boolean {
  const { props } = selection;
  const named = stack.refersTo(selection, "resources", store) || props.knownStrings("resources").some((pattern) => namesStore(pattern, store));
  const tagged = props.objects("selectionTags").some((tag) => tagOf(store.props, tag.string("key") ?? "") === tag.string("value"));
  const everything = props.isEmpty("resources") && props.isEmpty("selectionTags");
  const excluded = props.strings("notResources").some((pattern) => namesStore(pattern, store));
  return (named || tagged || everything) && !excluded && sameRegion(selection, store) && props.objects("conditions").every((condition) => meets(condition, store));
}

function namesStore(pattern: string, store: StackResource): boolean {
  const [service = "", prefix = "", nameProperty = ""] = STORES[store.type] ?? [];
  const name = store.props.knownStrings(nameProperty)[0] ?? "(not known yet)";
  const [arn, , patternService, , , ...rest] = pattern.split(":");
  return pattern === "*" || (arn === "arn" && patternService === service && patternMatches(rest.join(":"), `${prefix}${name}`));
}

function sameRegion(selection: StackResource, store: StackResource): boolean {
  const regions = [regionOf(selection), regionOf(store)];
  return regions.includes(undefined) || regions[0] === regions[1];
}

const OPERATORS: readonly (readonly [name: string, holds: (tag: string | undefined, value: string) => boolean])[] = [
  ["stringEquals", (tag, value) => tag === value],
  ["stringNotEquals", (tag, value) => tag !== value],
  ["stringLikes", (tag, value) => tag !== undefined && patternMatches(value, tag)],
  ["stringNotLikes", (tag, value) => tag === undefined || !patternMatches(value, tag)],
];

function meets(condition: Reader, store: StackResource): boolean {
  return OPERATORS.every(([name, holds]) =>
    condition.objects(name).every((test) => {
      const key = (test.string("key") ?? "").replace(/^aws:ResourceTag\//u, "");
      return holds(tagOf(store.props, key), test.string("value") ?? "");
    }),
  );
}
