import { describe, expect, it } from "vitest";
import { type Properties, textOf } from "../../../sandbox/wire.ts";
import { EAST, FakeCloud } from "../support/fake-cloud.ts";

const WEST = { ...EAST, region: "us-west-2" };
const INSTANCE = "aws:rds/instance:Instance";
const SECRET = "aws:secretsmanager/secret:Secret";
const REPLICATION = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";
const VERSIONING = "aws:s3/bucketVersioning:BucketVersioning";
const TABLE = "aws:dynamodb/table:Table";
const TRUST = JSON.stringify({ Version: "2012-10-17", Statement: [] });
const APPLICATION = "arn:aws:serverlessrepo:us-east-1:297356227824:applications/SecretsManagerRDSPostgreSQLRotationSingleUser";

const SOURCE: Properties = { identifier: "phi", engine: "postgres", instanceClass: "db.m7g.large", storageEncrypted: true, backupRetentionPeriod: 35 };

/** Arn of a key, made in a region. */
async function keyIn(fake: FakeCloud, settings = EAST): Promise<string> {
  return textOf((await fake.create("aws:kms/key:Key", { description: settings.region }, settings)).outputs["arn"]);
}

async function replica(fake: FakeCloud, changes: Properties = {}): Promise<Properties> {
  return { identifier: "copy", instanceClass: "db.m7g.large", replicateSourceDb: "arn:aws:rds:us-east-1:123456789012:db:phi", kmsKeyId: await keyIn(fake, WEST), skipFinalSnapshot: true, ...changes };
}

function table(copy: Properties, changes: Properties = {}): Properties {
  return { name: "records", hashKey: "id", attributes: [{ name: "id", type: "S" }], streamEnabled: true, streamViewType: "NEW_AND_OLD_IMAGES", replicas: [copy], ...changes };
}

/** Two buckets in two regions, some of them versioned. @returns ARN of a role */
async function buckets(fake: FakeCloud, versioned: readonly string[]): Promise<string> {
  await fake.create("aws:s3/bucket:Bucket", { bucket: "phi-east" });
  await fake.create("aws:s3/bucket:Bucket", { bucket: "phi-west" }, WEST);
  for (const bucket of versioned) {
    await fake.create(VERSIONING, { bucket, versioningConfiguration: { status: "Enabled" } }, bucket === "phi-west" ? WEST : EAST);
  }
  return textOf((await fake.create("aws:iam/role:Role", { name: "replication", assumeRolePolicy: TRUST })).outputs["arn"]);
}

function config(role: string, destination: Properties = {}, deletions: Properties = { deleteMarkerReplication: { status: "Disabled" } }): Properties {
  return { bucket: "phi-east", role, rules: [{ status: "Enabled", filter: {}, ...deletions, destination: { bucket: "arn:aws:s3:::phi-west", ...destination } }] };
}

describe("a read replica", () => {
  it("in another region follows a source by its ARN", async () => {
    using fake = new FakeCloud();
    await fake.create(INSTANCE, SOURCE);
    await expect(fake.create(INSTANCE, await replica(fake), WEST)).resolves.toMatchObject({ region: "us-west-2" });
  });

  it.each([
    ["whose password RDS keeps", { manageMasterUserPassword: true }, "InvalidParameterValue", /engine postgres where ManageMasterUserPassword is enabled is not supported/u],
    ["without automated backups", { backupRetentionPeriod: 0 }, "InvalidDBInstanceState", /Automated backups are not enabled/u],
  ])("is refused of a source %s", async (_what, changes, code, message) => {
    using fake = new FakeCloud();
    await fake.create(INSTANCE, { ...SOURCE, ...changes });
    await expect(fake.create(INSTANCE, await replica(fake), WEST)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it("is refused of a source that does not exist, by name in its own region, by ARN anywhere", async () => {
    using fake = new FakeCloud();
    await fake.create(INSTANCE, SOURCE);
    await expect(fake.create(INSTANCE, await replica(fake, { replicateSourceDb: "phi" }), WEST)).rejects.toMatchObject({ code: "DBInstanceNotFound" });
    await expect(fake.create(INSTANCE, await replica(fake, { replicateSourceDb: "arn:aws:rds:us-east-1:123456789012:db:other" }), WEST)).rejects.toMatchObject({ code: "DBInstanceNotFound" });
  });

  it("of an encrypted source needs a key of its own region", async () => {
    using fake = new FakeCloud();
    await fake.create(INSTANCE, SOURCE);
    await expect(fake.create(INSTANCE, await replica(fake, { kmsKeyId: await keyIn(fake) }), WEST)).rejects.toMatchObject({ code: "KMSKeyNotAccessibleFault" });
    const { kmsKeyId: _key, ...keyless } = await replica(fake);
    await expect(fake.create(INSTANCE, keyless, WEST)).rejects.toMatchObject({ code: "InvalidParameterValue" });
  });

  it("is promoted by naming no source, and can then not be made a replica again", async () => {
    using fake = new FakeCloud();
    await fake.create(INSTANCE, SOURCE);
    const inputs = await replica(fake);
    const { replicateSourceDb: _source, ...standing } = inputs;
    const promoted = await fake.update(await fake.create(INSTANCE, inputs, WEST), { ...standing, engine: "postgres" }, WEST);
    await expect(fake.update(promoted, { ...inputs, engine: "postgres" }, WEST)).rejects.toMatchObject({ message: expect.stringContaining("cannot elect new source database for replication") });
  });

  it("has no last snapshot of its own", async () => {
    using fake = new FakeCloud();
    await fake.create(INSTANCE, SOURCE);
    const kept = await fake.create(INSTANCE, await replica(fake, { skipFinalSnapshot: false, finalSnapshotIdentifier: "last" }), WEST);
    await expect(fake.delete(kept, WEST)).rejects.toMatchObject({ code: "InvalidParameterCombination" });
  });
});

describe("a table's replicas", () => {
  it("lie in other regions", async () => {
    using fake = new FakeCloud();
    await expect(fake.create(TABLE, table({ regionName: "us-west-2" }))).resolves.toMatchObject({ id: "records" });
    await expect(fake.create(TABLE, table({ regionName: "us-east-1" }, { name: "other" }))).rejects.toMatchObject({ code: "ValidationException" });
  });

  it("need a stream of both images", async () => {
    using fake = new FakeCloud();
    await expect(fake.create(TABLE, table({ regionName: "us-west-2" }, { streamViewType: "KEYS_ONLY" }))).rejects.toMatchObject({ code: "ValidationException" });
  });

  it("have a key of their own region where the table has one", async () => {
    using fake = new FakeCloud();
    const encrypted = { serverSideEncryption: { enabled: true, kmsKeyArn: await keyIn(fake) } };
    await expect(fake.create(TABLE, table({ regionName: "us-west-2" }, encrypted))).rejects.toMatchObject({ message: expect.stringContaining("needs one for each replica") });
    await expect(fake.create(TABLE, table({ regionName: "us-west-2", kmsKeyArn: await keyIn(fake) }, encrypted))).rejects.toMatchObject({ message: expect.stringContaining("does not exist") });
    await expect(fake.create(TABLE, table({ regionName: "us-west-2", kmsKeyArn: await keyIn(fake, WEST) }, encrypted))).resolves.toMatchObject({ id: "records" });
  });
});

describe("a secret", () => {
  it("is copied to other regions, under keys of those", async () => {
    using fake = new FakeCloud();
    await expect(fake.create(SECRET, { name: "a", replicas: [{ region: "us-east-1" }] })).rejects.toMatchObject({ code: "InvalidParameterException" });
    await expect(fake.create(SECRET, { name: "a", replicas: [{ region: "us-west-2", kmsKeyId: await keyIn(fake) }] })).rejects.toMatchObject({ code: "InvalidParameterException" });
    await expect(fake.create(SECRET, { name: "a", replicas: [{ region: "us-west-2", kmsKeyId: await keyIn(fake, WEST) }] })).resolves.toMatchObject({ type: SECRET });
  });

  it("is rotated by a function that an application brought, and by no other that does not exist", async () => {
    using fake = new FakeCloud();
    const secret = await fake.create(SECRET, { name: "a" });
    const rotation = (rotationLambdaArn: string): Properties => ({ secretId: secret.id, rotationLambdaArn, rotationRules: { automaticallyAfterDays: 30 } });
    const application = await fake.create("aws:serverlessrepository/cloudFormationStack:CloudFormationStack", { name: "rotator", applicationId: APPLICATION, capabilities: ["CAPABILITY_IAM"], parameters: { functionName: "rotator" } });
    const { RotationLambdaARN: arn } = Object(application.outputs["outputs"]);
    expect(arn).toBe("arn:aws:lambda:us-east-1:123456789012:function:rotator");
    await expect(fake.create("aws:secretsmanager/secretRotation:SecretRotation", rotation(String(arn)))).resolves.toMatchObject({ id: secret.id });
    await expect(fake.create("aws:secretsmanager/secretRotation:SecretRotation", rotation("arn:aws:lambda:us-east-1:123456789012:function:none"))).rejects.toMatchObject({ code: "ResourceNotFoundException" });
  });

  it.each([
    ["that is published nowhere", { applicationId: "rotator", capabilities: ["CAPABILITY_IAM"] }, "NotFoundException"],
    ["whose rights nobody agreed to", { applicationId: APPLICATION, capabilities: [] }, "InsufficientCapabilitiesException"],
  ])("gets no application %s", async (_what, inputs, code) => {
    using fake = new FakeCloud();
    await expect(fake.create("aws:serverlessrepository/cloudFormationStack:CloudFormationStack", { name: "rotator", ...inputs })).rejects.toMatchObject({ code });
  });
});

describe("the replication of a bucket", () => {
  it("wants both versioned", async () => {
    using fake = new FakeCloud();
    const role = await buckets(fake, ["phi-east"]);
    await expect(fake.create(REPLICATION, config(role))).rejects.toMatchObject({ message: expect.stringContaining("Destination bucket must have versioning enabled.") });
    await fake.create(VERSIONING, { bucket: "phi-west", versioningConfiguration: { status: "Enabled" } }, WEST);
    await expect(fake.create(REPLICATION, config(role))).resolves.toMatchObject({ id: "phi-east" });
  });

  it("keeps time only with metrics, says what becomes of deletions, and encrypts with a key of the replica's region", async () => {
    using fake = new FakeCloud();
    const role = await buckets(fake, ["phi-east", "phi-west"]);
    await expect(fake.create(REPLICATION, config(role, { replicationTime: { status: "Enabled", time: { minutes: 15 } } }))).rejects.toMatchObject({ code: "InvalidRequest" });
    await expect(fake.create(REPLICATION, config(role, {}, {}))).rejects.toMatchObject({ message: expect.stringContaining("DeleteMarkerReplication must be specified") });
    await expect(fake.create(REPLICATION, config(role, { encryptionConfiguration: { replicaKmsKeyId: await keyIn(fake) } }))).rejects.toMatchObject({ message: expect.stringContaining("no key of us-west-2") });
    await expect(fake.create(REPLICATION, config(role, { encryptionConfiguration: { replicaKmsKeyId: await keyIn(fake, WEST) } }))).resolves.toMatchObject({ id: "phi-east" });
  });
});
