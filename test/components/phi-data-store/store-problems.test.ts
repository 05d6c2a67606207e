import { describe, expect, test } from "vitest";
import { PhiDataStore, type PhiDataStoreArgs } from "../../../components/phi-data-store/index.ts";
import { record } from "../../support/pulumi-mocks.ts";
import { aurora, serverless, zones } from "./aurora-arguments.ts";
import { replication, storeArguments } from "./store-arguments.ts";

const { database, deployment } = storeArguments;

const REFUSED: readonly (readonly [string, Partial<PhiDataStoreArgs>, string])[] = [
  ["a class that is none", { database: { ...database, instanceClass: "m7g.large" } },
    'database.instanceClass = "m7g.large": an RDS class such as db.m7g.large. Give a class of RDS'],
  ["a class without Performance Insights", { database: { ...database, instanceClass: "db.t4g.micro" } },
    'database.instanceClass = "db.t4g.micro": a class with Performance Insights, medium or larger. Use db.t4g.medium where cost decides'],
  ["too little storage", { database: { ...database, storageGiB: 19 } },
    "database.storageGiB = 19: whole GiB from 20 to 65536. gp3 starts at 20"],
  ["storage that is no number", { database: { ...database, storageGiB: Number.NaN } },
    "database.storageGiB = null: whole GiB from 20 to 65536"],
  ["no room to grow", { database: { ...database, maximumStorageGiB: 109 } },
    "database.maximumStorageGiB = 109: whole GiB, at least 10 % above storageGiB (100) and at most 65536. Raise it, so that storage can grow"],
  ["a port that RDS does not take", { database: { ...database, port: 80 } },
    "database.port = 80: RDS takes ports from 1150 to 65535. Leave it out for the engine's own"],
  ["one zone", { isolatedSubnetIds: ["subnet-a"] },
    "isolatedSubnetIds = 1: a Multi-AZ database needs subnets in two zones or more. Give the isolated subnets of all zones"],
  ["COMPLIANCE without confirmation", { objectLock: { mode: "COMPLIANCE", days: 1, confirmCompliance: false } },
    "objectLock.confirmCompliance = false: nobody, AWS included, can lift a COMPLIANCE lock before its time, so it must be confirmed with true. Set it to true, or use GOVERNANCE"],
  ["a lock beyond what S3 takes", { objectLock: { mode: "GOVERNANCE", days: 36_501 } },
    "objectLock.days = 36501: S3 takes whole days from 1 to 36500"],
  ["database logs kept for a month", { logRetentionDays: 30 },
    "logRetentionDays = 30: CloudWatch takes 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653 days, and a year is the least. Choose the next longer one"],
  ["access logs kept for a month", { accessLogRetentionDays: 30 },
    "accessLogRetentionDays = 30: whole days, at least 365. Leave it out for seven years"],
  ["a version of PostgreSQL for MySQL", { database: { ...database, engine: "mysql", postgresVersion: "16" } },
    'database.postgresVersion = "16": nothing, as the engine is mysql. Remove it, or choose the other engine'],
  ["an instance without storage", { database: { instanceClass: "db.m7g.large" } },
    "database.storageGiB = null: whole GiB from 20 to 65536. gp3 starts at 20"],
  ["a capacity of an instance", { database: { ...database, capacity: { minimumUnits: 1, maximumUnits: 2 } } },
    'database.capacity = {"minimumUnits":1,"maximumUnits":2}: nothing, as the engine is postgres. Remove it, or choose aurora-postgresql'],
  ["a class that Aurora does not have", { zones, database: { ...aurora, instanceClass: "db.m7g.large" } },
    'database.instanceClass = "db.m7g.large": db.serverless, a memory-optimized class such as db.r7g.large, or db.t4g.medium. Give a class of Aurora PostgreSQL'],
  ["a burstable class in a global database", { zones, replication, database: { ...aurora, instanceClass: "db.t4g.medium" } },
    'database.instanceClass = "db.t4g.medium": db.serverless or a memory-optimized class such as db.r7g.large: a global database takes no burstable ones. Use db.serverless where cost decides'],
  ["storage of Aurora", { zones, database: { ...aurora, storageGiB: 100 } },
    "database.storageGiB = 100: nothing, as the storage of Aurora grows by itself. Remove it, or choose another engine"],
  ["a ceiling for the storage of Aurora", { zones, database: { ...aurora, maximumStorageGiB: 100 } },
    "database.maximumStorageGiB = 100: nothing, as the storage of Aurora grows by itself. Remove it, or choose another engine"],
  ["Aurora without zones", { database: aurora },
    "zones = null: two zones or more, in which the instances of an Aurora cluster lie apart. Give the zones of the isolated subnets"],
  ["Aurora in one zone, named twice", { zones: ["us-east-1a", "us-east-1a"], database: aurora },
    'zones = ["us-east-1a","us-east-1a"]: two zones or more'],
  ["a capacity of a class that does not scale", { zones, database: { ...aurora, capacity: { minimumUnits: 1, maximumUnits: 2 } } },
    'database.capacity = {"minimumUnits":1,"maximumUnits":2}: nothing, as db.r7g.large does not scale. Remove it, or use the class db.serverless'],
  ["a capacity that pauses", { zones, database: { ...serverless, capacity: { minimumUnits: 0, maximumUnits: 2 } } },
    'database.capacity = {"minimumUnits":0,"maximumUnits":2}: units from 0.5 to 256 in steps of 0.5, the maximum 1 or more and not below the minimum. Give what the busiest hour needs as the maximum'],
  ["a capacity between the steps", { zones, database: { ...serverless, capacity: { minimumUnits: 0.7, maximumUnits: 2 } } }, 'database.capacity = {"minimumUnits":0.7,'],
  ["a capacity upside down", { zones, database: { ...serverless, capacity: { minimumUnits: 4, maximumUnits: 2 } } }, 'database.capacity = {"minimumUnits":4,'],
  ["a capacity beyond what Aurora has", { zones, database: { ...serverless, capacity: { minimumUnits: 4, maximumUnits: 257 } } }, 'database.capacity = {"minimumUnits":4,"maximumUnits":257}'],
  ["a port that RDS does not take, of Aurora", { zones, database: { ...aurora, port: 80 } }, "database.port = 80: RDS takes ports from 1150 to 65535"],
  ["replicas in the region of the originals", { replication, deployment: { ...deployment, recoveryRegion: "us-east-1" } },
    'deployment.recoveryRegion = "us-east-1": a region other than the primary (us-east-1), where the replicas lie. Choose one far enough not to share its disasters'],
  ["a replica without a key", { replication: { ...replication, recordsKeyArn: "" } },
    "replication.recordsKeyArn = null: the replica of the records table is encrypted with a key of us-west-2. Give the replica of the store's key in that region"],
  ["a secret's copy without a key", { replication: { ...replication, secretsKeyArn: "" } },
    "replication.secretsKeyArn = null: the replica of the database secret is encrypted with a key of us-west-2. Give the replica of the store's key in that region"],
  ["a rotation that runs nowhere", { replication: { ...replication, rotationSubnetIds: [] } },
    "replication.rotationSubnetIds = []: one or more subnets from which the database and Secrets Manager can be reached. Give the private subnets of the application tier"],
  ["a prefix that makes a bucket's name too long", { deployment: { ...deployment, prefix: "a-prefix-of-twenty-eight-chars" } },
    'deployment.prefix = "a-prefix-of-twenty-eight-chars": bucket names have at most 63 characters, and a-prefix-of-twenty-eight-chars-phi-access-111122223333-us-east-1 is longer. Shorten the prefix'],
  ["a bucket that logs itself", { accessLogBucketName: "hipaa-test-phi-111122223333-us-east-1" },
    'accessLogBucketName = "hipaa-test-phi-111122223333-us-east-1": a bucket other than the one that is logged. Leave it out for a bucket of its own'],
];

describe("PhiDataStore refuses, before anything is created,", () => {
  test.each(REFUSED)("%s", async (_what, changes, message) => {
    await expect(record(() => new PhiDataStore("phi", { ...storeArguments, ...changes }))).rejects.toThrow(message);
  });

  test("a version that it has no parameters for", async () => {
    // A caller in another language is not held by the type.
    const values: unknown = JSON.parse('{ "postgresVersion": "17.4" }');
    const args: PhiDataStoreArgs = { ...storeArguments, database: Object.assign({ ...database }, values) };
    await expect(record(() => new PhiDataStore("phi", args))).rejects.toThrow(
      'database.postgresVersion = "17.4": a major version: 16 or 17; RDS keeps the minor version current. Leave it out for 17',
    );
  });

  test("an engine that it does not run", async () => {
    const values: unknown = JSON.parse('{ "engine": "oracle" }');
    const args: PhiDataStoreArgs = { ...storeArguments, database: Object.assign({ ...database }, values) };
    await expect(record(() => new PhiDataStore("phi", args))).rejects.toThrow('database.engine = "oracle": one of postgres, mysql, aurora-postgresql. Take one of these');
  });

  test("all problems in one message", async () => {
    const args: PhiDataStoreArgs = { ...storeArguments, isolatedSubnetIds: [], objectLock: { mode: "COMPLIANCE", days: 0 } };
    await expect(record(() => new PhiDataStore("phi", args))).rejects.toThrow(/^phi: 3 arguments cannot be used; nothing was created\./u);
  });
});
