import { describe, expect, test } from "vitest";
import { phiCopies, phiWatchers } from "../../docs/generators/phi-flows.ts";
import { roomsOf } from "../../docs/generators/room.ts";
import type { Recorded } from "../support/pulumi-mocks.ts";
import { recordedResource } from "./recorded-resource.ts";

const PHI = { DataClassification: "phi", BackupPlan: "example" };
const store = (name: string, more: Partial<Recorded> = {}): Recorded => recordedResource("aws:rds/instance:Instance", name, { parent: "data", inputs: { identifier: `${name}-name`, tags: PHI }, ...more });

/** A component `data` with one store, and another called `other`. */
function roomsWith(...others: readonly Recorded[]): ReturnType<typeof roomsOf> {
  return roomsOf([
    recordedResource("hipaa:index:Data", "data"), store("database"),
    recordedResource("hipaa:index:Other", "other"), ...others.map((resource) => ({ ...resource, parent: "other" })),
  ]);
}

describe("copies of patients' data", () => {
  test("go to a replica that names its source", () => {
    expect(phiCopies(roomsWith(store("replica", { inputDependencies: { replicateSourceDb: ["database"] } })))).toEqual([{ from: "data", to: "other" }]);
  });

  test("go to a bucket that replication fills", () => {
    const source = recordedResource("aws:s3/bucket:Bucket", "bucket", { parent: "data", inputs: { bucket: "phi", tags: PHI } });
    const rule = recordedResource("aws:s3/bucketReplicationConfig:BucketReplicationConfig", "rule", { parent: "other", inputs: { bucket: "phi" } });
    const replica = recordedResource("aws:s3/bucket:Bucket", "replica", { parent: "other", inputs: { bucket: "phi-replica", tags: PHI } });
    const rooms = (...resources: readonly Recorded[]): ReturnType<typeof roomsOf> => roomsOf([recordedResource("hipaa:index:Data", "data"), source, recordedResource("hipaa:index:Other", "other"), ...resources]);
    expect(phiCopies(rooms(rule, replica))).toEqual([{ from: "data", to: "other" }]);
    expect(phiCopies(rooms(rule))).toEqual([]);
    expect(phiCopies(rooms({ ...rule, inputs: { bucket: "logs" } }, replica))).toEqual([]);
  });

  test.each([
    ["go to vaults whose plan selects the store by its tag", "BackupPlan", "example", [{ from: "data", to: "other" }]],
    ["do not where the tag has another value", "BackupPlan", "another", []],
    ["do not where the store has no such tag", "Nightly", "example", []],
  ])("%s", (_says, key, value, flows) => {
    const selection = recordedResource("aws:backup/selection:Selection", "selection", { inputs: { selectionTags: [{ type: "STRINGEQUALS", key, value }] } });
    expect(phiCopies(roomsWith(selection))).toEqual(flows);
  });

  test("are none where a store without patients' data names its source", () => {
    const replica = store("replica", { inputs: { tags: {} }, inputDependencies: { replicateSourceDb: ["database"] } });
    expect(phiCopies(roomsWith(replica))).toEqual([]);
  });
});

function alarm(text: string, type = "aws:cloudwatch/metricAlarm:MetricAlarm"): Recorded {
  return recordedResource(type, "alarm", { inputs: { dimensions: { name: text } } });
}

describe("what watches a store of patients' data", () => {
  test("names it", () => {
    expect(phiWatchers(roomsWith(alarm("database-name")))).toEqual([{ from: "other", to: "data" }]);
    expect(phiWatchers(roomsWith(alarm("arn:aws:rds:us-east-1:123456789012:db:database-name")))).toEqual([{ from: "other", to: "data" }]);
  });

  test.each([
    ["a longer name", alarm("database-name-replica")],
    ["a name that ends in it", alarm("old-database-name")],
    ["a right of a role, which watches nothing", alarm("database-name", "aws:iam/policy:Policy")],
  ])("does not by %s", (_what, resource) => {
    expect(phiWatchers(roomsWith(resource))).toEqual([]);
  });
});
