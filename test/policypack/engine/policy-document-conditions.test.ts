import { describe, expect, test } from "vitest";
import { bindingConditions, parseCondition, restrictsCaller, type Condition } from "../../../policypack/engine/policy-document-conditions.ts";

type Block = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

function conditions(block: Block): readonly Condition[] {
  return Object.entries(block).flatMap(([operator, keys]) => Object.entries(keys).map(([key, values]) => parseCondition(operator, key, values)));
}

describe("a condition", () => {
  test("is read without regard to case, with its quantifier and suffix apart", () => {
    expect(parseCondition("ForAllValues:StringLikeIfExists", "AWS:TagKeys", ["a"])).toEqual({
      operator: "stringlike",
      quantifier: "forallvalues",
      ifExists: true,
      key: "aws:tagkeys",
      values: ["a"],
    });
  });
});

describe("a request without the key", () => {
  const organization = { "aws:PrincipalOrgID": ["o-exampleorg1"] };
  test.each<readonly [string, Block, boolean]>([
    ["is let in by IfExists", { StringEqualsIfExists: organization }, false],
    ["is let in by a negation", { StringNotEquals: organization }, false],
    ["is let in by ForAllValues", { "ForAllValues:StringEquals": organization }, false],
    ["is let in by ForAllValues with the guard the wrong way round", { "ForAllValues:StringEquals": organization, Null: { "aws:PrincipalOrgID": ["true"] } }, false],
    ["is let in by ForAllValues with the guard on another key", { "ForAllValues:StringEquals": organization, Null: { "aws:SourceArn": ["false"] } }, false],
    ["is kept out by ForAllValues with its guard", { "ForAllValues:StringEquals": organization, Null: { "aws:PrincipalOrgID": ["false"] } }, true],
    ["is kept out by ForAnyValue", { "ForAnyValue:StringEquals": organization }, true],
    ["is kept out by an equality", { StringEquals: organization }, true],
  ])("%s", (_what, block, isBinding) => {
    expect(bindingConditions(conditions(block)).length > 0).toBe(isBinding);
  });
});

describe("what says who calls", () => {
  test.each<readonly [string, string, readonly string[], boolean]>([
    ["StringEquals", "aws:SourceAccount", ["*"], false],
    ["StringEquals", "aws:SourceAccount", ["${aws:PrincipalAccount}"], false],
    ["StringEquals", "aws:SourceAccount", ["123456789012", "*"], false],
    ["StringEquals", "aws:SourceAccount", [], false],
    ["StringLike", "aws:PrincipalOrgID", ["o-*"], false],
    ["StringLike", "aws:PrincipalOrgPaths", ["*/r-1/*"], false],
    ["ArnLike", "aws:SourceArn", ["arn:aws:s3:::phi-*"], false],
    ["ArnLike", "aws:SourceArn", ["arn:aws:sns:us-east-1:*:alerts"], false],
    ["StringLike", "aws:PrincipalArn", ["*"], false],
    ["StringLike", "aws:userid", ["*:ada"], false],
    ["IpAddress", "aws:SourceIp", ["0.0.0.0/1"], false],
    ["IpAddress", "aws:SourceIp", ["2000::/3"], false],
    ["Bool", "aws:SecureTransport", ["true"], false],
    ["StringEquals", "kms:ViaService", ["s3.us-east-1.amazonaws.com"], false],
    ["StringEquals", "aws:ResourceAccount", ["123456789012"], false],
    ["StringEquals", "aws:username", ["ada"], false],
    ["StringEquals", "aws:SourceAccount", ["123456789012", "210987654321"], true],
    ["StringEquals", "aws:PrincipalAccount", ["${aws:ResourceAccount}"], true],
    ["StringEquals", "aws:PrincipalOrgID", ["${aws:ResourceOrgID}"], true],
    ["StringLike", "aws:PrincipalOrgPaths", ["o-exampleorg1/r-1/ou-1/*"], true],
    ["ArnLike", "aws:SourceArn", ["arn:aws:s3:::phi-records"], true],
    ["ArnLike", "aws:SourceArn", ["arn:aws:sns:*:123456789012:*"], true],
    ["StringLike", "aws:userid", ["AROAEXAMPLEEXAMPLE01:*"], true],
    ["IpAddress", "aws:SourceIp", ["203.0.113.7", "2001:db8::/32"], true],
    ["StringEquals", "aws:SourceVpce", ["vpce-1a2b3c4d"], true],
    ["StringEquals", "kms:CallerAccount", ["123456789012"], true],
    ["Bool", "elasticfilesystem:AccessedViaMountTarget", ["true"], true],
  ])("%s %s %j: %s", (operator, key, given, isRestricting) => {
    expect(restrictsCaller([parseCondition(operator, key, given)])).toBe(isRestricting);
  });
});
