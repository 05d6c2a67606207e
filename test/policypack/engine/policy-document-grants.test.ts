import { describe, expect, test } from "vitest";
import {
  accountOf, allows, coversEveryNamed, coversEveryResource, coversNamed, deniesInsecureTransport, isWholeAccount, whollyCoveredServices,
} from "../../../policypack/engine/policy-document-grants.ts";
import { parsePolicy, type Statement } from "../../../policypack/engine/policy-document.ts";

function statement(change: object): Statement {
  const document = parsePolicy(JSON.stringify({ Statement: { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::phi/*", ...change } }));
  if (document.kind === "malformed" || document.statements[0] === undefined) {
    throw new Error("the test's own policy is malformed");
  }
  return document.statements[0];
}

const ACTION = "s3:GetObject";
const OBJECT = "arn:aws:s3:::phi/record";

describe("an action on a resource", () => {
  test.each<readonly [string, object, boolean]>([
    ["is not allowed by a Deny", { Effect: "Deny" }, false],
    ["is not allowed where another is", { Action: "s3:PutObject" }, false],
    ["is not allowed on another resource", { Resource: "arn:aws:s3:::other/*" }, false],
    ["is not allowed where it is excepted", { Action: undefined, NotAction: ["s3:get*"] }, false],
    ["is not allowed where it is excepted among others", { Action: undefined, NotAction: ["iam:*", "s3:get*"] }, false],
    ["is not allowed on what is excepted among others", { Resource: undefined, NotResource: ["arn:aws:s3:::audit/*", "arn:aws:s3:::phi/*"] }, false],
    ["is not allowed on what is excepted", { Resource: undefined, NotResource: "arn:aws:s3:::phi/*" }, false],
    ["is allowed by a pattern", { Action: "S3:Get*" }, true],
    ["is allowed where others are excepted", { Action: undefined, NotAction: "iam:*" }, true],
    ["is allowed where other resources are excepted", { Resource: undefined, NotResource: "arn:aws:s3:::audit/*" }, true],
    ["is allowed by a trust policy, which names no resource", { Resource: undefined }, true],
  ])("%s", (_what, change, expected) => {
    expect(allows(statement(change), ACTION, OBJECT)).toBe(expected);
  });
});

test.each<readonly [unknown, readonly string[]]>([
  ["s3:GetObject", []],
  ["s3:Get*", []],
  [["s3:*", "KMS:*", "kms:Decrypt"], ["s3", "kms"]],
  ["*", ["*"]],
])("%j covers the services %j", (Action, services) => {
  expect(whollyCoveredServices(statement({ Action }))).toEqual(services);
});

test.each([["*", true], ["arn:aws-us-gov:*", true], ["arn:aws-cn:*", true], ["arn:aws:s3:::*", false]])("%s stands for every resource: %s", (Resource, expected) => {
  expect(coversEveryResource(statement({ Resource }))).toBe(expected);
});

test.each([
  ["*", true],
  ["arn:aws:kms:us-east-1:123456789012:key/*", true],
  ["arn:aws:kms:*:*:key/*", true],
  ["arn:aws:kms:us-east-1:123456789012:*", true],
  ["arn:aws:kms:us-east-1:123456789012:key/1", false],
  ["arn:aws:kms:us-east-1:123456789012:alias/*", false],
])("%s stands for every key of an account: %s", (Resource, expected) => {
  expect(coversEveryNamed(statement({ Resource }), "kms", "key/")).toBe(expected);
});

test("a resource can be named whatever its account and region", () => {
  const given = statement({ Resource: "arn:aws:logs:us-east-1:123456789012:log-group:trail:*" });
  expect(coversNamed(given, "logs", "log-group:trail:stream")).toBe(true);
  expect(coversNamed(given, "logs", "log-group:other:stream")).toBe(false);
});

test.each([
  ["123456789012", "123456789012", true],
  ["arn:aws:iam::123456789012:root", "123456789012", true],
  ["arn:aws:iam::123456789012:role/records", "123456789012", false],
  ["*", undefined, false],
])("%s is of the account %s, as a whole: %s", (value, account, isWhole) => {
  expect(accountOf({ kind: "AWS", value })).toBe(account);
  expect(isWholeAccount({ kind: "AWS", value })).toBe(isWhole);
});

describe("a denial of requests without TLS", () => {
  const insecure = { Bool: { "aws:SecureTransport": "false" } };
  const deny = (change: object = {}): Statement => statement({ Effect: "Deny", Principal: "*", Action: "s3:*", Resource: ["arn:aws:s3:::phi", "arn:aws:s3:::phi/*"], Condition: insecure, ...change });
  const resources = ["arn:aws:s3:::phi", "arn:aws:s3:::phi/record"];

  test.each<readonly [string, readonly Statement[], boolean]>([
    ["of everything to anyone", [deny()], true],
    ["to anyone among others", [deny({ Principal: { AWS: ["arn:aws:iam::123456789012:root", "*"] } })], true],
    ["in two statements", [deny({ Resource: "arn:aws:s3:::phi" }), deny({ Resource: "arn:aws:s3:::phi/*" })], true],
    ["for all values", [deny({ Condition: { "ForAllValues:Bool": { "aws:SecureTransport": "false" } } })], true],
    ["of the bucket alone", [deny({ Resource: "arn:aws:s3:::phi" })], false],
    ["of reading alone", [deny({ Action: "s3:GetObject" })], false],
    ["to one account", [deny({ Principal: { AWS: "123456789012" } })], false],
    ["without a principal", [deny({ Principal: undefined })], false],
    ["that allows", [deny({ Effect: "Allow" })], false],
    ["without a condition", [deny({ Condition: undefined })], false],
    ["with a second condition", [deny({ Condition: { ...insecure, StringEquals: { "aws:PrincipalAccount": "123456789012" } } })], false],
    ["on another switch", [deny({ Condition: { Bool: { "aws:ViaAWSService": "false" } } })], false],
    ["by another comparison", [deny({ Condition: { StringEquals: { "aws:SecureTransport": "false" } } })], false],
    ["the wrong way round", [deny({ Condition: { Bool: { "aws:SecureTransport": "true" } } })], false],
    ["for any value", [deny({ Condition: { "ForAnyValue:Bool": { "aws:SecureTransport": "false" } } })], false],
  ])("%s", (_what, statements, expected) => {
    expect(deniesInsecureTransport(statements, ["s3:GetObject", "s3:PutObject"], resources)).toBe(expected);
  });
});

test.each([["AWS", "1234567890123"], ["AWS", "x123456789012"], ["AWS", "arn:aws"], ["Service", "123456789012"], ["AWS", "xarn:aws:iam::123456789012:root"], ["AWS", "arn:aws:iam::123456789012:rooted"], ["Federated", "arn:aws:iam::123456789012:root"]] as const)(
  "%s %s is no account as a whole",
  (kind, value) => {
    expect(isWholeAccount({ kind, value })).toBe(false);
  },
);

test.each([["AWS", "1234567890123"], ["AWS", "x123456789012"], ["AWS", "arn:aws"], ["Service", "123456789012"]] as const)("%s %s tells no account", (kind, value) => {
  expect(accountOf({ kind, value })).toBeUndefined();
});
