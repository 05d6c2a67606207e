import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FakeCloud } from "../support/fake-cloud.ts";

const USER = "aws:iam/user:User";
const GROUP = "aws:iam/group:Group";

let fake: FakeCloud;
beforeEach(() => { fake = new FakeCloud(); });
afterEach(() => { fake[Symbol.dispose](); });

describe("a user of IAM", () => {
  it("cannot be deleted while a key, a group or a policy holds it", async () => {
    const user = await fake.create(USER, { name: "nurse" });
    const key = await fake.create("aws:iam/accessKey:AccessKey", { user: "nurse" });
    await expect(fake.delete(user)).rejects.toThrow("DeleteConflict");
    await fake.delete(key);
    await fake.delete(user);
    expect(fake.inventory.ofType(USER)).toEqual([]);
  });

  it("has two access keys at most", async () => {
    await fake.create(USER, { name: "nurse" });
    await fake.create("aws:iam/accessKey:AccessKey", { user: "nurse" });
    await fake.create("aws:iam/accessKey:AccessKey", { user: "nurse", status: "Inactive" });
    await expect(fake.create("aws:iam/accessKey:AccessKey", { user: "nurse" })).rejects.toThrow("Cannot exceed quota for AccessKeysPerUser: 2");
  });

  it("joins only groups that exist, which then cannot go", async () => {
    await fake.create(USER, { name: "nurse" });
    await expect(fake.create("aws:iam/userGroupMembership:UserGroupMembership", { user: "nurse", groups: ["ward"] })).rejects.toThrow("The group with name ward cannot be found.");
    const group = await fake.create(GROUP, { name: "ward" });
    await fake.create("aws:iam/userGroupMembership:UserGroupMembership", { user: "nurse", groups: ["ward"] });
    await expect(fake.delete(group)).rejects.toThrow("must remove users from group");
  });

  it("an attachment to nobody is refused", async () => {
    await expect(fake.create("aws:iam/policyAttachment:PolicyAttachment", { policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess", users: [] })).rejects.toThrow("No Users, Roles, or Groups specified");
  });
});

describe("the organization", () => {
  it("is one, and trusts IAM before IAM manages its root users", async () => {
    const type = "aws:organizations/organization:Organization";
    const organization = await fake.create(type);
    await expect(fake.create(type)).rejects.toThrow("AlreadyInOrganizationException");
    await expect(fake.create("aws:iam/organizationsFeatures:OrganizationsFeatures", { enabledFeatures: ["RootSessions"] })).rejects.toThrow("ServiceAccessNotEnabledException");
    await fake.update(organization, { awsServiceAccessPrincipals: ["iam.amazonaws.com"] });
    expect((await fake.create("aws:iam/organizationsFeatures:OrganizationsFeatures", { enabledFeatures: ["RootSessions"] })).id).toMatch(/^o-/u);
  });
});

describe("an access point", () => {
  it("is one of a bucket that exists, and does not keep it", async () => {
    await expect(fake.create("aws:s3/accessPoint:AccessPoint", { name: "door", bucket: "records" })).rejects.toThrow("NoSuchBucket");
    const bucket = await fake.create("aws:s3/bucket:Bucket", { bucket: "records" });
    const door = await fake.create("aws:s3/accessPoint:AccessPoint", { name: "door", bucket: "records" });
    expect(door).toMatchObject({ id: "123456789012:door", outputs: { arn: "arn:aws:s3:us-east-1:123456789012:accesspoint/door", networkOrigin: "Internet" } });
    await fake.delete(bucket);
  });
});

describe("a guardrail", () => {
  it("has the id and version by which it is imported, and a name that is its own", async () => {
    const given = { name: "records", blockedInputMessaging: "no", blockedOutputsMessaging: "no" };
    expect((await fake.create("aws:bedrock/guardrail:Guardrail", given)).id).toMatch(/^[0-9a-f]{12},DRAFT$/u);
    await expect(fake.create("aws:bedrock/guardrail:Guardrail", given)).rejects.toThrow("ConflictException");
  });
});
