import { describe, expect, it } from "vitest";
import { normalizedDocument } from "../../sandbox/documents.ts";
import { type Properties, textOf } from "../../sandbox/wire.ts";
import { FakeCloud } from "./support/fake-cloud.ts";

const NOBODY = "arn:aws:iam::123456789012:role/nobody";
const TRUST = JSON.stringify({ Version: "2012-10-17", Statement: [] });

function naming(...principals: readonly string[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { AWS: principals }, Action: "*", Resource: "*" }] });
}

function allowing(action: string, principal: string): string {
  return JSON.stringify({ Statement: [{ Effect: "Allow", Principal: { AWS: principal }, Action: action, Resource: "*" }] });
}

async function withPolicy(fake: FakeCloud, type: string, policy: string): Promise<Properties> {
  switch (type) {
    case "aws:s3/bucketPolicy:BucketPolicy": return { bucket: (await fake.create("aws:s3/bucket:Bucket")).id, policy };
    case "aws:sns/topicPolicy:TopicPolicy": return { arn: (await fake.create("aws:sns/topic:Topic")).id, policy };
    case "aws:sqs/queuePolicy:QueuePolicy": return { queueUrl: (await fake.create("aws:sqs/queue:Queue")).id, policy };
    case "aws:iam/role:Role": return { assumeRolePolicy: policy };
    default: return { policy };
  }
}

const POLICIES = [
  ["aws:kms/key:Key", "MalformedPolicyDocumentException"],
  ["aws:s3/bucketPolicy:BucketPolicy", "MalformedPolicy"],
  ["aws:sns/topicPolicy:TopicPolicy", "InvalidParameter"],
  ["aws:sqs/queuePolicy:QueuePolicy", "InvalidAttributeValue"],
  ["aws:iam/role:Role", "MalformedPolicyDocument"],
  ["aws:secretsmanager/secret:Secret", "MalformedPolicyDocumentException"],
] as const;

describe("a policy document", () => {
  it.each(POLICIES)("of %s that names a role which does not exist is refused with %s", async (type, code) => {
    using fake = new FakeCloud();
    await expect(fake.create(type, await withPolicy(fake, type, naming(NOBODY)))).rejects.toMatchObject({ code, message: `${code}: Invalid principal in policy: "AWS":"${NOBODY}"` });
  });

  it.each(POLICIES)("of %s that is no JSON is refused with %s", async (type, code) => {
    using fake = new FakeCloud();
    await expect(fake.create(type, await withPolicy(fake, type, "{ not json"))).rejects.toMatchObject({ code });
  });

  it.each(POLICIES)("of %s that names a role which exists is accepted", async (type) => {
    using fake = new FakeCloud();
    const role = await fake.create("aws:iam/role:Role", { assumeRolePolicy: TRUST, path: "/ops/" });
    await expect(fake.create(type, await withPolicy(fake, type, naming(textOf(role.outputs["arn"]))))).resolves.toBeDefined();
  });

  it("may name the account, anybody, services and other accounts' roles, which cannot be looked up", async () => {
    using fake = new FakeCloud();
    const policy = naming("arn:aws:iam::123456789012:root", "123456789012", "*", "arn:aws:iam::210987654321:role/partner", "arn:aws:iam::123456789012:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX");
    await expect(fake.create("aws:kms/key:Key", { policy })).resolves.toBeDefined();
  });

  it("of a key must leave somebody of the account the right to change it", async () => {
    using fake = new FakeCloud();
    const refusal = "MalformedPolicyDocumentException: The new key policy will not allow you to update the key policy in the future.";
    await expect(fake.create("aws:kms/key:Key", { policy: allowing("kms:Decrypt", "arn:aws:iam::123456789012:root") })).rejects.toThrow(refusal);
    await expect(fake.create("aws:kms/key:Key", { policy: allowing("kms:*", "arn:aws:iam::210987654321:root") })).rejects.toThrow(refusal);
    await expect(fake.create("aws:kms/key:Key", { policy: allowing("kms:Put*", "arn:aws:iam::123456789012:root") })).resolves.toBeDefined();
    await expect(fake.create("aws:kms/key:Key", { bypassPolicyLockoutSafetyCheck: true, policy: allowing("kms:Decrypt", "*") })).resolves.toBeDefined();
  });

  it("is also read in NotPrincipal and in a statement that is not a list", async () => {
    using fake = new FakeCloud();
    const policy = JSON.stringify({ Statement: { Effect: "Deny", NotPrincipal: { AWS: NOBODY }, Action: "*" } });
    await expect(fake.create("aws:kms/key:Key", { policy })).rejects.toMatchObject({ code: "MalformedPolicyDocumentException" });
  });
});

describe("the normal form of a document", () => {
  it.each([
    ["the order of keys", '{"a":1,"b":2}', '{"b":2,"a":1}'],
    ["one value against a list of one", '{"Action":["s3:Get"]}', '{"Action":"s3:Get"}'],
    ["the order of texts in a list", '{"Action":["a","b"]}', '{"Action":["b","a"]}'],
    ["white space", '{ "a" : 1 }', '{"a":1}'],
  ])("does not depend on %s", (_what, left, right) => {
    expect(normalizedDocument(left)).toBe(normalizedDocument(right));
  });

  it.each([
    ["a value", '{"Effect":"Allow"}', '{"Effect":"Deny"}'],
    ["an added action", '{"Action":["a"]}', '{"Action":["a","b"]}'],
    ["the order of statements", '[{"a":1},{"b":1}]', '[{"b":1},{"a":1}]'],
  ])("depends on %s", (_what, left, right) => {
    expect(normalizedDocument(left)).not.toBe(normalizedDocument(right));
  });

  it("does not exist for text that is no document", () => {
    expect([normalizedDocument("plain"), normalizedDocument("{broken"), normalizedDocument("")]).toEqual([undefined, undefined, undefined]);
  });
});
