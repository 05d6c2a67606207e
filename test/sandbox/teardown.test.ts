import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type CloudResource, readInventory } from "../../sandbox/inventory.ts";
import { liftProtections, remainder } from "../../sandbox/teardown.ts";
import type { Properties } from "../../sandbox/wire.ts";
import { TemporaryFolder } from "./support/temporary-folder.ts";

const NOW = new Date("2026-11-22T12:00:00Z");
const KEY_ARN = "arn:aws:kms:us-east-1:123456789012:key/k1";
const REPLICA_ARN = "arn:aws:kms:us-west-2:123456789012:key/k1";

function made(type: string, id: string, inputs: Properties = {}, extra: Partial<CloudResource> = {}): CloudResource {
  return { type, id, region: "us-east-1", urn: `urn:${type}::${id}`, inputs, outputs: {}, createdAt: "2026-01-01T00:00:00.000Z", ...extra };
}

const bucket = (id: string, inputs: Properties = {}): CloudResource => made("aws:s3/bucket:Bucket", id, inputs);
const locked = (id: string, days: number): CloudResource => made("aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration", id, { rule: { defaultRetention: { mode: "GOVERNANCE", days } } });
const encrypted = (id: string, kmsMasterKeyId: string): CloudResource =>
  made("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", id, { rules: [{ applyServerSideEncryptionByDefault: { kmsMasterKeyId } }] });
const expiring = (id: string, ...days: readonly number[]): CloudResource =>
  made("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", id, { rules: [{ id: "archive", transitions: [{ days: 90 }] }, ...days.map((expiration) => ({ expiration: { days: expiration } }))] });
const key = made("aws:kms/key:Key", "k1", { tags: { Name: "clinic/phi-data" } }, { outputs: { arn: KEY_ARN } });
const replica = made("aws:kms/replicaKey:ReplicaKey", "k1", { primaryKeyArn: KEY_ARN }, { region: "us-west-2", outputs: { arn: REPLICA_ARN } });

/** What a destroy left, as `id: reason`, settings counted behind the id. */
function left(...resources: readonly CloudResource[]): readonly string[] {
  using folder = new TemporaryFolder();
  const file = folder.file("inventory.json", JSON.stringify({ account: "123456789012", resources }));
  return remainder(file, NOW).map(({ id, region, settings, reason }) => `${id}${region === "us-east-1" ? "" : ` in ${region}`}${settings === 0 ? "" : ` +${String(settings)}`}: ${reason}`);
}

describe("what a destroy leaves, and why", () => {
  it("is nothing where nothing is left, or nothing ever was", () => {
    expect(left()).toEqual([]);
    expect(remainder("/nowhere/inventory.json", NOW)).toEqual([]);
  });

  it("a bucket under Object Lock, to the day on which what was written last is free; its settings stay with it", () => {
    expect(left(bucket("phi"), locked("phi", 2192), expiring("phi", 365), made("aws:s3/bucketPolicy:BucketPolicy", "phi"))).toEqual([
      "phi +3: Object Lock: what was written last stays until 2032-11-22",
    ]);
    expect(left(bucket("phi"), made("aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration", "phi", { rule: { defaultRetention: { mode: "COMPLIANCE", years: 1 } } }))).toEqual([
      "phi +1: Object Lock: what was written last stays until 2027-11-22",
    ]);
  });

  it("a locked vault, to the longest retention of its lock", () => {
    const vault = made("aws:backup/vault:Vault", "clinic-vault");
    const lock = (inputs: Properties): CloudResource => made("aws:backup/vaultLockConfiguration:VaultLockConfiguration", "clinic-vault", inputs);
    expect(left(vault, lock({ minRetentionDays: 7, maxRetentionDays: 30 }))).toEqual(["clinic-vault +1: vault lock: the last recovery points may stay until 2026-12-22"]);
    expect(left(vault, lock({ minRetentionDays: 7 }))).toEqual(["clinic-vault +1: vault lock: the last recovery points may stay until 2026-11-29"]);
  });

  it("a bucket of logs, to the day on which the longest-lived expire", () => {
    expect(left(bucket("audit"), expiring("audit", 30, 365, 90))).toEqual(["audit +1: keeps logs that nobody may delete; the last expire on 2027-11-22"]);
  });

  it("a key that opens locked data, as long as the longest lock; the data's own name tells which", () => {
    const vault = made("aws:backup/vault:Vault", "clinic-vault", { kmsKeyArn: KEY_ARN, maxRetentionDays: 60 });
    expect(left(key, bucket("phi"), locked("phi", 30), encrypted("phi", KEY_ARN), vault)).toEqual([
      "clinic-vault: vault lock: the last recovery points may stay until 2027-01-21",
      "clinic/phi-data: opens clinic-vault, phi; needed until 2027-01-21",
      "phi +2: Object Lock: what was written last stays until 2026-12-22",
    ]);
  });

  it("a replica whose primary opens locked data, and a primary whose replica does", () => {
    expect(left(key, replica, bucket("phi"), locked("phi", 30), encrypted("phi", KEY_ARN)).filter((line) => line.includes("opens"))).toEqual([
      "clinic/phi-data: opens phi; needed until 2026-12-22", "k1 in us-west-2: opens phi; needed until 2026-12-22",
    ]);
    expect(left(key, replica, bucket("copies"), locked("copies", 30), encrypted("copies", REPLICA_ARN)).filter((line) => line.includes("opens"))).toHaveLength(2);
  });

  it("what was deleted and AWS keeps for a while", () => {
    expect(left({ ...key, deletedUntil: "2026-12-22T12:00:00.000Z" })).toEqual(["clinic/phi-data: deletion is scheduled; AWS removes it on 2026-12-22"]);
  });

  it("what the program alone keeps, such as a key of data that is not locked", () => {
    expect(left(key, bucket("phi"), encrypted("phi", KEY_ARN))).toEqual([
      "clinic/phi-data: kept by the program; delete it by hand", "phi +1: kept by the program; delete it by hand",
    ]);
  });

  it("a bucket's settings belong to the bucket of their own region", () => {
    expect(left(bucket("one"), { ...locked("one", 30), region: "us-west-2" })).toEqual([
      "one: kept by the program; delete it by hand", "one in us-west-2: Object Lock: what was written last stays until 2026-12-22",
    ]);
  });
});

describe("protections", () => {
  it("are switched off where AWS would refuse a delete for them, each named", async () => {
    using folder = new TemporaryFolder();
    const database = made("aws:rds/instance:Instance", "db", { deletionProtection: true, multiAz: true }, { outputs: { deletionProtection: true, endpoint: "e" } });
    const instance = made("aws:ec2/instance:Instance", "i-1", { disableApiTermination: true });
    const pool = made("aws:cognito/userPool:UserPool", "users", { deletionProtection: "ACTIVE" });
    const untouched = [
      bucket("phi"), locked("phi", 30), made("aws:cognito/userPool:UserPool", "free", { deletionProtection: "INACTIVE" }), made("aws:dynamodb/table:Table", "open", { deletionProtectionEnabled: false }),
      { ...made("aws:dynamodb/table:Table", "gone", { deletionProtectionEnabled: true }), deletedUntil: "2100-01-01T00:00:00.000Z" },
    ];
    const file = folder.file("inventory.json", JSON.stringify({ account: "123456789012", resources: [database, instance, pool, ...untouched] }));
    expect(await liftProtections(file)).toEqual(["deletionProtection of aws:rds/instance:Instance db", "disableApiTermination of aws:ec2/instance:Instance i-1", "deletionProtection of aws:cognito/userPool:UserPool users"]);
    expect(readInventory(file).resources).toEqual([
      { ...database, inputs: { deletionProtection: false, multiAz: true }, outputs: { deletionProtection: false, endpoint: "e" } },
      { ...instance, inputs: { disableApiTermination: false }, outputs: { disableApiTermination: false } },
      { ...pool, inputs: { deletionProtection: "INACTIVE" }, outputs: { deletionProtection: "INACTIVE" } },
      ...untouched,
    ]);
    expect(await liftProtections(file)).toEqual([]);
  });

  it("are none where nothing was created, and nothing is written for it", async () => {
    using folder = new TemporaryFolder();
    const file = join(folder.path, "inventory.json");
    expect(await liftProtections(file)).toEqual([]);
    expect(existsSync(file)).toBe(false);
  });
});
