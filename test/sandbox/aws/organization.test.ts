import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CloudResource } from "../../../sandbox/inventory.ts";
import { FakeCloud } from "../support/fake-cloud.ts";

const UNIT = "aws:organizations/organizationalUnit:OrganizationalUnit";
const MEMBER = "aws:organizations/account:Account";
const POLICY = "aws:organizations/policy:Policy";
const ATTACHMENT = "aws:organizations/policyAttachment:PolicyAttachment";
const DELEGATION = "aws:organizations/delegatedAdministrator:DelegatedAdministrator";
const DENY = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: ["organizations:LeaveOrganization"], Resource: "*" }] });

let fake: FakeCloud;
let root = "";
beforeEach(async () => {
  fake = new FakeCloud();
  const { outputs: { roots } } = await fake.create("aws:organizations/organization:Organization", {
    awsServiceAccessPrincipals: ["config.amazonaws.com", "guardduty.amazonaws.com"], enabledPolicyTypes: ["SERVICE_CONTROL_POLICY"],
  });
  root = String(Reflect.get(Object([roots].flat()[0]), "id"));
});
afterEach(() => { fake[Symbol.dispose](); });

async function member(name: string, parentId = root): Promise<CloudResource> {
  return await fake.create(MEMBER, { name, email: `${name}@example.org`, parentId });
}

describe("units of an organization", () => {
  it("lie at the root or in a unit, under a name of their own there", async () => {
    expect(root).toMatch(/^r-/u);
    const workloads = await fake.create(UNIT, { name: "Workloads", parentId: root });
    await fake.create(UNIT, { name: "Workloads", parentId: workloads.id });
    await expect(fake.create(UNIT, { name: "Workloads", parentId: root })).rejects.toThrow("DuplicateOrganizationalUnitException");
    await expect(fake.create(UNIT, { name: "Lost", parentId: "ou-none-00000000" })).rejects.toThrow("ParentNotFoundException");
  });

  it("go once they are empty", async () => {
    const unit = await fake.create(UNIT, { name: "Security", parentId: root });
    await member("security", unit.id);
    await expect(fake.delete(unit)).rejects.toThrow("OrganizationalUnitNotEmptyException");
  });
});

describe("a member account", () => {
  it("has twelve digits, and a mailbox of its own", async () => {
    expect((await member("prod")).id).toMatch(/^[1-9]\d{11}$/u);
    await expect(fake.create(MEMBER, { name: "other", email: "prod@example.org", parentId: root })).rejects.toThrow("EMAIL_ALREADY_EXISTS");
  });

  it("leaves only by being closed, and keeps the organization", async () => {
    const account = await member("prod");
    await expect(fake.delete(account)).rejects.toThrow("prerequisites required to operate as a standalone account");
    const [organization] = fake.inventory.ofType("aws:organizations/organization:Organization");
    await expect(organization === undefined ? undefined : fake.delete(organization)).rejects.toThrow("OrganizationNotEmptyException");
    await fake.delete(await fake.update(account, { ...account.inputs, closeOnDeletion: true }));
    expect(fake.inventory.ofType(MEMBER)).toEqual([]);
  });

  it("needs an organization", async () => {
    using alone = new FakeCloud();
    await expect(alone.create(MEMBER, { name: "prod", email: "prod@example.org" })).rejects.toThrow("AWSOrganizationsNotInUseException");
  });
});

describe("a policy of the organization", () => {
  it("is JSON, no longer than its kind may be, and has a name of its own", async () => {
    await fake.create(POLICY, { name: "guard", content: DENY });
    await expect(fake.create(POLICY, { name: "guard", content: DENY })).rejects.toThrow("DuplicatePolicyException");
    await expect(fake.create(POLICY, { name: "text", content: "deny everything" })).rejects.toThrow("MalformedPolicyDocumentException");
    await expect(fake.create(POLICY, { name: "long", content: JSON.stringify({ Statement: "x".repeat(5120) }) })).rejects.toThrow("has at most 5120 characters");
  });

  it("is attached where its kind is switched on, once, to what exists, and stays while it is", async () => {
    const guard = await fake.create(POLICY, { name: "guard", content: DENY });
    await fake.create(ATTACHMENT, { policyId: guard.id, targetId: (await member("prod")).id });
    await fake.create(ATTACHMENT, { policyId: guard.id, targetId: root });
    await expect(fake.create(ATTACHMENT, { policyId: guard.id, targetId: root })).rejects.toThrow("DuplicatePolicyAttachmentException");
    await expect(fake.create(ATTACHMENT, { policyId: guard.id, targetId: "999999999999" })).rejects.toThrow("TargetNotFoundException");
    await expect(fake.create(ATTACHMENT, { policyId: "p-00000000", targetId: root })).rejects.toThrow("PolicyNotFoundException");
    await expect(fake.delete(guard)).rejects.toThrow("PolicyInUseException");
    const tags = await fake.create(POLICY, { name: "tags", type: "TAG_POLICY", content: "{}" });
    await expect(fake.create(ATTACHMENT, { policyId: tags.id, targetId: root })).rejects.toThrow("PolicyTypeNotEnabledException");
  });

  it("is one of five at most, AWS's own among them", async () => {
    for (const name of ["one", "two", "three", "four"]) {
      await fake.create(ATTACHMENT, { policyId: (await fake.create(POLICY, { name, content: DENY })).id, targetId: root });
    }
    const fifth = await fake.create(POLICY, { name: "five", content: DENY });
    await expect(fake.create(ATTACHMENT, { policyId: fifth.id, targetId: root })).rejects.toThrow("MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED");
  });
});

describe("a trail of the organization", () => {
  it("needs an organization that trusts CloudTrail", async () => {
    await fake.create("aws:s3/bucket:Bucket", { bucket: "logs" });
    await fake.create("aws:s3/bucketPolicy:BucketPolicy", {
      bucket: "logs",
      policy: JSON.stringify({ Statement: ["s3:GetBucketAcl", "s3:PutObject"].map((Action) => ({ Effect: "Allow", Principal: { Service: "cloudtrail.amazonaws.com" }, Action, Resource: "*" })) }),
    });
    await fake.create("aws:cloudtrail/trail:Trail", { name: "own", s3BucketName: "logs" });
    await expect(fake.create("aws:cloudtrail/trail:Trail", { name: "all", s3BucketName: "logs", isOrganizationTrail: true })).rejects.toThrow("CloudTrailAccessNotEnabledException");
  });
});

describe("an administrator for the organization", () => {
  it("is a member, of a service that the organization trusts", async () => {
    const { id: accountId } = await member("security");
    expect(await fake.create(DELEGATION, { accountId, servicePrincipal: "config.amazonaws.com" })).toMatchObject({ id: `${accountId}/config.amazonaws.com`, outputs: { name: "security", email: "security@example.org" } });
    await expect(fake.create(DELEGATION, { accountId, servicePrincipal: "config.amazonaws.com" })).rejects.toThrow("AccountAlreadyRegisteredException");
    await expect(fake.create(DELEGATION, { accountId, servicePrincipal: "backup.amazonaws.com" })).rejects.toThrow("Trusted access for backup.amazonaws.com is not enabled");
    await expect(fake.create(DELEGATION, { accountId: "999999999999", servicePrincipal: "config.amazonaws.com" })).rejects.toThrow("AccountNotFoundException");
  });

  it("is one in each region", async () => {
    const type = "aws:guardduty/organizationAdminAccount:OrganizationAdminAccount";
    const [security, prod] = [await member("security"), await member("prod")];
    await fake.create(type, { adminAccountId: security.id, region: "us-east-1" });
    await fake.create(type, { adminAccountId: security.id, region: "us-west-2" });
    await expect(fake.create(type, { adminAccountId: prod.id, region: "us-east-1" })).rejects.toThrow("BadRequestException");
    await expect(fake.create("aws:macie2/organizationAdminAccount:OrganizationAdminAccount", { adminAccountId: prod.id })).rejects.toThrow("Trusted access for macie.amazonaws.com is not enabled");
  });
});
