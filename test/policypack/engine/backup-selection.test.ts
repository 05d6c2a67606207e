import { describe, expect, test } from "vitest";
import { BACKED_UP_TYPES, selectionsTaking, unselected } from "../../../policypack/engine/backup-selection.ts";
import { type Member, type Props, type StackFixture, stackOf } from "../stack-fixture.ts";

const table: Member = { type: "aws:dynamodb/table:Table", props: { name: "records", tags: { Backup: "daily", Stage: "prod-1" } } };
const selection = (props: Props): Member => ({ type: "aws:backup/selection:Selection", props });

/** Whether the selection takes the store. */
function takes(props: Props, store: Member = table, others: StackFixture = {}): boolean {
  const stack = stackOf({ ...others, store, selection: selection(props) }, "in an exported state");
  const [resource] = stack.resources.filter(({ name }) => name === "store");
  return resource !== undefined && selectionsTaking(stack)(resource).map(({ name }) => name).includes("selection");
}

/** What is not given is left out. */
function pair(key: string | undefined, value: string | undefined): Props {
  return { ...(key === undefined ? {} : { key }), ...(value === undefined ? {} : { value }) };
}

function tag(key: string | undefined, value: string | undefined): Props {
  return { selectionTags: [{ type: "STRINGEQUALS", ...pair(key, value) }] };
}

function on(operator: string, key: string | undefined, value: string | undefined): Props {
  return { resources: ["*"], conditions: [{ [operator]: [pair(key, value)] }] };
}

/** A store in us-east-1 and a selection of its tag in the region. */
function at(region: string): StackFixture {
  return { store: { ...table, provider: { region: "us-east-1" } }, selection: { ...selection(tag("Backup", "daily")), provider: { region } } };
}

/** How many of the stores no selection takes, the selection being in the region. */
function untaken(region: string): number {
  const stack = stackOf(at(region), "in an exported state");
  return unselected(stack, stack.ofType(table.type)).length;
}

const arn = (service: string, name: string): string => `arn:aws:${service}:us-east-1:123456789012:${name}`;

/** How a selection names each kind of store, and a store of the kind. */
const STORES: readonly (readonly [type: string, props: Props, arn: string])[] = [
  ["aws:rds/instance:Instance", { identifier: "records" }, arn("rds", "db:records")],
  ["aws:rds/cluster:Cluster", { clusterIdentifier: "records" }, arn("rds", "cluster:records")],
  ["aws:dynamodb/table:Table", { name: "records" }, arn("dynamodb", "table/records")],
  ["aws:s3/bucket:Bucket", { bucket: "records" }, "arn:aws:s3:::records"],
  ["aws:s3/bucketV2:BucketV2", { bucket: "records" }, "arn:aws:s3:::records"],
  ["aws:ebs/volume:Volume", { id: "records" }, arn("ec2", "volume/records")],
  ["aws:ec2/instance:Instance", { id: "records" }, arn("ec2", "instance/records")],
  ["aws:efs/fileSystem:FileSystem", { id: "records" }, arn("elasticfilesystem", "file-system/records")],
  ["aws:fsx/lustreFileSystem:LustreFileSystem", { id: "records" }, arn("fsx", "file-system/records")],
  ["aws:fsx/ontapFileSystem:OntapFileSystem", { id: "records" }, arn("fsx", "file-system/records")],
  ["aws:fsx/openZfsFileSystem:OpenZfsFileSystem", { id: "records" }, arn("fsx", "file-system/records")],
  ["aws:fsx/windowsFileSystem:WindowsFileSystem", { id: "records" }, arn("fsx", "file-system/records")],
];

describe("a selection by ARN", () => {
  test("knows every kind of store", () => {
    expect(STORES.map(([type]) => type).toSorted()).toEqual(BACKED_UP_TYPES.toSorted());
  });

  test.each(STORES)("takes a store of %s by its own name, and no other", (type, props, own) => {
    const store = { type, props };
    expect(takes({ resources: [own] }, store)).toBe(true);
    expect(takes({ resources: [`${own.slice(0, -3)}*`] }, store)).toBe(true);
    expect(takes({ resources: [`${own}-2`] }, store)).toBe(false);
    expect(takes({ resources: [own.replace(/^arn:aws:\w+/u, "arn:aws:other")] }, store)).toBe(false);
    expect(takes({ resources: [own.replace(/^arn/u, "urn")] }, store)).toBe(false);
  });

  test.each([
    ["everything", ["*"], true],
    ["one of several", [arn("dynamodb", "table/others"), arn("dynamodb", "table/records")], true],
    ["several, none of them it", [arn("dynamodb", "table/others"), arn("dynamodb", "table/more")], false],
    ["every table", [arn("dynamodb", "table/*")], true],
    ["every database", [arn("rds", "db:*")], false],
  ])("of %s", (_what, resources, taken) => {
    expect(takes({ resources })).toBe(taken);
  });

  test("takes a store whose name is not known yet only by a pattern for any", () => {
    const store = { type: "aws:ebs/volume:Volume" };
    const volume = stackOf({ store, selection: selection({ resources: [arn("ec2", "volume/vol-1")] }) }, "at a first preview");
    expect(volume.resources.filter(({ name }) => name === "store").flatMap((resource) => selectionsTaking(volume)(resource))).toEqual([]);
  });
});

describe("a selection by tag", () => {
  test.each([
    ["its tag", tag("Backup", "daily"), true],
    ["another value", tag("Backup", "weekly"), false],
    ["another tag", tag("Schedule", "daily"), false],
    ["a tag without a name", tag(undefined, "daily"), false],
    ["no tags and no ARNs, which is everything", {}, true],
    ["its tag, beside other ARNs", { ...tag("Backup", "daily"), resources: [arn("rds", "db:other")] }, true],
    ["its ARN, beside another tag", { ...tag("Backup", "weekly"), resources: [arn("dynamodb", "table/records")] }, true],
    ["its tag, but excluded", { ...tag("Backup", "daily"), notResources: [arn("dynamodb", "table/rec*")] }, false],
    ["its tag, another excluded", { ...tag("Backup", "daily"), notResources: [arn("dynamodb", "table/other")] }, true],
  ])("of %s", (_what, props, taken) => {
    expect(takes(props)).toBe(taken);
  });

  test("takes no store of another region", () => {
    expect(untaken("us-east-1")).toBe(0);
    expect(untaken("us-west-2")).toBe(1);
  });
});

describe("a condition of a selection", () => {
  test.each([
    ["stringEquals", "aws:ResourceTag/Backup", "daily", true],
    ["stringEquals", "aws:ResourceTag/Backup", "weekly", false],
    ["stringEquals", "aws:ResourceTag/Absent", "daily", false],
    ["stringEquals", "Backup", "daily", true],
    ["stringEquals", "x-aws:ResourceTag/Backup", "daily", false],
    ["stringNotEquals", "aws:ResourceTag/Backup", "weekly", true],
    ["stringNotEquals", "aws:ResourceTag/Backup", "daily", false],
    ["stringNotEquals", "aws:ResourceTag/Absent", "daily", true],
    ["stringLikes", "aws:ResourceTag/Stage", "prod-*", true],
    ["stringLikes", "aws:ResourceTag/Stage", "dev-*", false],
    ["stringLikes", "aws:ResourceTag/Absent", "*", false],
    ["stringNotLikes", "aws:ResourceTag/Stage", "dev-*", true],
    ["stringNotLikes", "aws:ResourceTag/Stage", "prod-*", false],
    ["stringNotLikes", "aws:ResourceTag/Absent", "*", true],
    ["stringEquals", undefined, "daily", false],
    ["stringEquals", "aws:ResourceTag/Backup", undefined, false],
  ])("%s %s %s", (operator, key, value, taken) => {
    expect(takes(on(operator, key, value))).toBe(taken);
  });

  test("must hold beside every other", () => {
    const conditions = [{ stringEquals: [{ key: "Backup", value: "daily" }, { key: "Stage", value: "dev" }] }];
    expect(takes({ resources: ["*"], conditions })).toBe(false);
  });
});
