import { describe, expect, it } from "vitest";
import type { CloudResource } from "../../../sandbox/inventory.ts";
import { type Properties, textOf } from "../../../sandbox/wire.ts";
import { EAST, FakeCloud } from "../support/fake-cloud.ts";

const WEST = { ...EAST, region: "us-west-2" };
const CLUSTER = "aws:rds/cluster:Cluster";
const MEMBER = "aws:rds/clusterInstance:ClusterInstance";
const GLOBAL = "aws:rds/globalCluster:GlobalCluster";
const GROUP = "aws:rds/clusterParameterGroup:ClusterParameterGroup";

const NAMELESS = { clusterIdentifier: "phi", engine: "aurora-postgresql", engineVersion: "17", storageEncrypted: true, skipFinalSnapshot: true };
const WITH_PASSWORD = { masterPasswordWo: "first", masterPasswordWoVersion: 1 };
const PRIMARY = { ...NAMELESS, masterUsername: "phi_admin", ...WITH_PASSWORD };
const MANAGED = { ...NAMELESS, masterUsername: "phi_admin", manageMasterUserPassword: true };

async function keyIn(fake: FakeCloud, settings = EAST): Promise<string> {
  return textOf((await fake.create("aws:kms/key:Key", { description: settings.region }, settings)).outputs["arn"]);
}

async function primaryIn(fake: FakeCloud, changes: Properties = {}): Promise<CloudResource> {
  return await fake.create(CLUSTER, { ...PRIMARY, kmsKeyId: await keyIn(fake), ...changes });
}

/** A global database made of a primary. */
async function globalIn(fake: FakeCloud, primary: CloudResource, changes: Properties = {}): Promise<CloudResource> {
  return await fake.create(GLOBAL, { globalClusterIdentifier: "phi-global", sourceDbClusterIdentifier: textOf(primary.outputs["arn"]), forceDestroy: true, ...changes });
}

async function secondary(fake: FakeCloud, changes: Properties = {}): Promise<Properties> {
  return { clusterIdentifier: "phi-copy", engine: "aurora-postgresql", engineVersion: "17.4", globalClusterIdentifier: "phi-global", sourceRegion: "us-east-1", storageEncrypted: true, kmsKeyId: await keyIn(fake, WEST), skipFinalSnapshot: true, ...changes };
}

describe("an Aurora cluster", () => {
  it.each([
    ["without a user", { ...NAMELESS, ...WITH_PASSWORD }, /MasterUsername must be provided/u],
    ["without a password", { ...NAMELESS, masterUsername: "phi_admin" }, /MasterUserPassword must be provided/u],
    ["with a password that RDS keeps, and another", { ...MANAGED, ...WITH_PASSWORD }, /can't specify MasterUserPassword/u],
  ])("is refused %s", async (_what, inputs, message) => {
    using fake = new FakeCloud();
    await expect(fake.create(CLUSTER, inputs)).rejects.toThrow(message);
  });

  it("takes an instance that scales only where it says between what", async () => {
    using fake = new FakeCloud();
    await primaryIn(fake);
    const member = { identifier: "phi-1", clusterIdentifier: "phi", engine: "aurora-postgresql", instanceClass: "db.serverless" };
    await expect(fake.create(MEMBER, member)).rejects.toMatchObject({ code: "InvalidDBClusterStateFault" });
    await fake.create(CLUSTER, { ...PRIMARY, clusterIdentifier: "scales", serverlessv2ScalingConfiguration: { minCapacity: 1, maxCapacity: 2 } });
    await expect(fake.create(MEMBER, { ...member, clusterIdentifier: "scales" })).resolves.toMatchObject({ id: "phi-1" });
  });

  it.each(["19", "0"])("may not be bound to a lag of %s seconds", async (value) => {
    using fake = new FakeCloud();
    const parameters = [{ name: "rds.global_db_rpo", value }];
    await expect(fake.create(GROUP, { name: "group", family: "aurora-postgresql17", parameters })).rejects.toMatchObject({ code: "InvalidParameterValue" });
    await expect(fake.create(GROUP, { name: "group", family: "aurora-postgresql17", parameters: [{ name: "rds.global_db_rpo", value: "20" }] })).resolves.toMatchObject({ id: "group" });
  });
});

describe("a global database", () => {
  it("takes engine, version and encryption from the cluster that it is made of", async () => {
    using fake = new FakeCloud();
    const primary = await primaryIn(fake, { databaseName: "health" });
    expect((await globalIn(fake, primary)).outputs).toMatchObject({
      arn: "arn:aws:rds::123456789012:global-cluster:phi-global", engine: "aurora-postgresql", engineVersion: "17.4", databaseName: "health", storageEncrypted: true,
      globalClusterMembers: [{ dbClusterArn: primary.outputs["arn"], isWriter: true }],
    });
  });

  it("is refused of a cluster whose password RDS keeps, and no member may let it", async () => {
    using fake = new FakeCloud();
    const primary = await fake.create(CLUSTER, MANAGED);
    await expect(globalIn(fake, primary)).rejects.toThrow(/ManageMasterUserPassword isn't supported/u);
    const changed = await fake.update(primary, PRIMARY);
    await globalIn(fake, changed);
    await expect(fake.update(changed, MANAGED)).rejects.toThrow(/ManageMasterUserPassword isn't supported/u);
  });

  it("is refused of a cluster with burstable instances, and takes none later", async () => {
    using fake = new FakeCloud();
    const primary = await primaryIn(fake);
    const member = { clusterIdentifier: "phi", engine: "aurora-postgresql", instanceClass: "db.t4g.medium" };
    const small = await fake.create(MEMBER, { ...member, identifier: "phi-1" });
    await expect(globalIn(fake, primary)).rejects.toThrow(/isn't compatible with Aurora global databases/u);
    await fake.delete(small);
    await globalIn(fake, primary);
    await expect(fake.create(MEMBER, { ...member, identifier: "phi-2" })).rejects.toThrow(/isn't compatible with Aurora global databases/u);
  });

  it("gives up its members only where it may, and keeps its primary as long as it stands", async () => {
    using fake = new FakeCloud();
    const primary = await primaryIn(fake);
    const kept = await globalIn(fake, primary, { forceDestroy: false });
    await expect(fake.delete(kept)).rejects.toMatchObject({ code: "InvalidGlobalClusterStateFault" });
    await expect(fake.delete(primary)).rejects.toMatchObject({ code: "InvalidDBClusterStateFault" });
    await fake.delete(await fake.update(kept, { ...kept.inputs, forceDestroy: true }));
    await expect(fake.delete(primary)).resolves.toBeUndefined();
  });

  it("is not deleted while it is protected", async () => {
    using fake = new FakeCloud();
    const global = await globalIn(fake, await primaryIn(fake), { deletionProtection: true });
    await expect(fake.delete(global)).rejects.toThrow(/Cannot delete protected Global Cluster/u);
  });
});

describe("a secondary cluster", () => {
  it.each([
    ["with a user of its own", { masterUsername: "phi_admin" }, /Cannot specify user name or password/u],
    ["with a password that RDS keeps", { manageMasterUserPassword: true }, /Cannot specify user name or password/u],
    ["of another major version", { engineVersion: "16.8" }, /isn't compatible with that of the primary/u],
    ["of a global database that does not exist", { globalClusterIdentifier: "other" }, /Global cluster other not found/u],
  ])("is refused %s", async (_what, changes, message) => {
    using fake = new FakeCloud();
    await globalIn(fake, await primaryIn(fake));
    await expect(fake.create(CLUSTER, await secondary(fake, changes), WEST)).rejects.toThrow(message);
  });

  it("of an encrypted primary needs a key of its region, which is not the primary's", async () => {
    using fake = new FakeCloud();
    await globalIn(fake, await primaryIn(fake));
    const { kmsKeyId: _key, ...keyless } = await secondary(fake);
    await expect(fake.create(CLUSTER, keyless, WEST)).rejects.toThrow(/must have a KMS key of its region/u);
    await expect(fake.create(CLUSTER, await secondary(fake, { kmsKeyId: await keyIn(fake) }))).rejects.toThrow(/already has a DB cluster in us-east-1/u);
  });

  it("is taken out by naming no global database, without a change of its password in the same update, and cannot go back", async () => {
    using fake = new FakeCloud();
    await globalIn(fake, await primaryIn(fake));
    const inputs = await secondary(fake);
    const member = await fake.create(CLUSTER, inputs, WEST);
    const { globalClusterIdentifier: _global, ...alone } = inputs;
    await expect(fake.update(member, { ...alone, manageMasterUserPassword: true }, WEST)).rejects.toThrow(/ManageMasterUserPassword isn't supported/u);
    const promoted = await fake.update(member, alone, WEST);
    await expect(fake.update(promoted, inputs, WEST)).rejects.toThrow(/cannot be added to an existing RDS Global Cluster/u);
    await expect(fake.update(promoted, { ...alone, manageMasterUserPassword: true }, WEST)).resolves.toMatchObject({ id: "phi-copy" });
  });
});
