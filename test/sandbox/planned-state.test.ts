import { describe, expect, it } from "vitest";
import { stateOf } from "../../sandbox/inventory.ts";
import { type Properties, UNKNOWN, textOf } from "../../sandbox/wire.ts";
import { FakeCloud } from "./support/fake-cloud.ts";

const TRUST = JSON.stringify({ Version: "2012-10-17", Statement: [] });

function preview(fake: FakeCloud, type: string, news: Properties): Properties {
  return fake.cloud.planned(type, fake.checked(type, news));
}

/** A resource that exists and an update of it: what was there, and what the preview of the update says. */
async function updatePreview(fake: FakeCloud, type: string, news: Properties, changes: Properties): Promise<{ readonly before: Properties; readonly planned: Properties }> {
  const resource = await fake.create(type, news);
  const before = stateOf(resource);
  const changed = fake.checked(type, { ...news, ...changes }, { olds: resource.inputs });
  return { before, planned: fake.cloud.planned(type, changed, before) };
}

describe("the preview of a create", () => {
  it("knows inputs, names, defaults, region and tags", () => {
    using fake = new FakeCloud();
    const planned = preview(fake, "aws:s3/bucket:Bucket", { tags: { data: "phi" } });
    expect(planned).toMatchObject({ region: "us-east-1", forceDestroy: false, tags: { data: "phi" }, tagsAll: { data: "phi" } });
    expect(planned["bucket"]).toMatch(/^probe-/u);
    expect(planned["__defaults"]).toBeUndefined();
  });

  it.each([
    ["aws:s3/bucket:Bucket", {}, ["arn", "bucketDomainName", "hostedZoneId"]],
    ["aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" }, ["arn", "defaultSecurityGroupId", "enableDnsHostnames"]],
    ["aws:rds/instance:Instance", { instanceClass: "db.t4g.micro" }, ["arn", "endpoint", "port", "masterUserSecrets", "availabilityZone"]],
    ["aws:iam/role:Role", { assumeRolePolicy: TRUST }, ["arn", "uniqueId"]],
    ["aws:kms/key:Key", {}, ["arn", "keyId", "policy"]],
    ["aws:eks/cluster:Cluster", { roleArn: "r", vpcConfig: {} }, ["arn", "endpoint", "identities", "version"]],
  ])("of %s leaves unknown what AWS alone decides", (type, news, unknown) => {
    using fake = new FakeCloud();
    const planned = preview(fake, type, news);
    expect(unknown.filter((property) => planned[property] !== UNKNOWN)).toEqual([]);
  });

  it("knows a computed property that the program gave, and an input inside a block whose neighbour AWS computes", () => {
    using fake = new FakeCloud();
    expect(preview(fake, "aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true })["enableDnsHostnames"]).toBe(true);
    expect(preview(fake, "aws:eks/cluster:Cluster", { roleArn: "r", vpcConfig: { subnetIds: ["subnet-1"], endpointPublicAccess: false } })["vpcConfig"])
      .toEqual({ subnetIds: ["subnet-1"], endpointPublicAccess: false, endpointPrivateAccess: false, clusterSecurityGroupId: UNKNOWN, vpcId: UNKNOWN });
  });

  it("knows that there are no tags when nobody gives any", () => {
    using fake = new FakeCloud();
    expect(preview(fake, "aws:s3/bucket:Bucket", {})["tagsAll"]).toEqual({});
  });
});

describe("the preview of an update", () => {
  it("keeps what lasts: ARN, ids, endpoints", async () => {
    using fake = new FakeCloud();
    const { before, planned } = await updatePreview(fake, "aws:rds/instance:Instance", { engine: "postgres", instanceClass: "db.t4g.micro" }, { allocatedStorage: 40 });
    expect(planned).toMatchObject({ arn: before["arn"], endpoint: before["endpoint"], resourceId: before["resourceId"], allocatedStorage: 40 });
  });

  it("keeps a cluster's computed security group", async () => {
    using fake = new FakeCloud();
    const role = await fake.create("aws:iam/role:Role", { assumeRolePolicy: TRUST });
    const { before, planned } = await updatePreview(fake, "aws:eks/cluster:Cluster", { roleArn: textOf(role.outputs["arn"]), vpcConfig: { subnetIds: [] } }, { deletionProtection: true });
    expect(planned["vpcConfig"]).toEqual(before["vpcConfig"]);
    expect(JSON.stringify(before["vpcConfig"])).toMatch(/"clusterSecurityGroupId":"sg-[0-9a-f]{17}"/u);
  });

  it.each([
    ["aws:ec2/launchTemplate:LaunchTemplate", {}, { instanceType: "m7i.large" }, "latestVersion"],
    ["aws:ssm/parameter:Parameter", { type: "String", value: "a" }, { value: "b" }, "version"],
  ])("of %s leaves unknown what every update counts on", async (type, news, changes, property) => {
    using fake = new FakeCloud();
    const { before, planned } = await updatePreview(fake, type, news, changes);
    expect(before[property]).toBe(1);
    expect(planned[property]).toBe(UNKNOWN);
  });
});

describe("an update", () => {
  it("counts versions and changes nothing else that AWS decided", async () => {
    using fake = new FakeCloud();
    const template = await fake.create("aws:ec2/launchTemplate:LaunchTemplate", { name: "nodes" });
    const updated = await fake.update(template, { name: "nodes", instanceType: "m7i.large" });
    expect(updated).toMatchObject({ id: template.id, createdAt: template.createdAt, outputs: { arn: template.outputs["arn"], latestVersion: 2, defaultVersion: 1 } });
    const database = await fake.create("aws:rds/instance:Instance", { engine: "postgres", instanceClass: "db.t4g.micro" });
    const grown = await fake.update(database, { engine: "postgres", instanceClass: "db.t4g.large" });
    expect({ ...grown.outputs, name: "" }).toEqual({ ...database.outputs, name: "" });
  });

  it("of what is gone says so", async () => {
    using fake = new FakeCloud();
    const bucket = await fake.create("aws:s3/bucket:Bucket");
    await fake.inventory.remove(bucket);
    await expect(fake.update(bucket, {})).rejects.toThrow(/^ResourceNotFoundException: .*"refresh" drops it/u);
  });
});
