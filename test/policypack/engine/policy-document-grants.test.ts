import { describe, expect, test } from "vitest";
import {
  accountOf, allows, coversEveryNamed, coversEveryResource, coversNamed, isWholeAccount, whollyCoveredServices,
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

test.each([["*", true], ["arn:aws-us-gov:*", true], ["arn:aws:s3:::*", false]])("%s stands for every resource: %s", (Resource, expected) => {
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
