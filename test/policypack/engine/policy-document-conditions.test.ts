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
    ["is let in by ForAllValues with a guard of another kind", { "ForAllValues:StringEquals": organization, StringNotEquals: { "aws:PrincipalOrgID": ["false"] } }, false],
    ["is let in by ForAllValues with a guard that says both", { "ForAllValues:StringEquals": organization, Null: { "aws:PrincipalOrgID": ["false", "true"] } }, false],
    ["is let in by ForAllValues with a guard that says nothing", { "ForAllValues:StringEquals": organization, Null: { "aws:PrincipalOrgID": [] } }, false],
    ["is let in by what only ends as an operator", { "Not:ForAnyValue:StringEquals": organization }, false],
    ["is kept out by a comparison of numbers", { NumericEquals: { "s3:max-keys": ["1"] } }, true],
    ["is kept out by a comparison of bytes", { BinaryEquals: { "aws:Key": ["QQ=="] } }, true],
    ["is kept out by ForAnyValue", { "ForAnyValue:StringEquals": organization }, true],
    ["is kept out by an equality", { StringEquals: organization }, true],
  ])("%s", (_what, block, isBinding) => {
    expect(bindingConditions(conditions(block)).length > 0).toBe(isBinding);
  });
});

describe("every key that says who calls", () => {
  const account = ["123456789012"];
  const arns = ["arn:aws:iam::123456789012:role/records"];
  test.each<readonly [string, readonly string[]]>([
    ...["aws:PrincipalAccount", "aws:SourceAccount", "aws:SourceOwner", "aws:VpceAccount", "kms:CallerAccount", "s3:DataAccessPointAccount"].map((key) => [key, account] as const),
    ...["aws:PrincipalOrgID", "aws:SourceOrgID", "aws:VpceOrgID"].map((key) => [key, ["o-exampleorg1"]] as const),
    ...["aws:PrincipalOrgPaths", "aws:SourceOrgPaths", "aws:VpceOrgPaths"].map((key) => [key, ["o-exampleorg1/r-1/*"]] as const),
    ...["aws:PrincipalArn", "aws:SourceArn", "aws:SourceVpcArn", "s3:DataAccessPointArn"].map((key) => [key, arns] as const),
    ["aws:PrincipalServiceName", ["delivery.logs.amazonaws.com"]],
    ["aws:SourceVpc", ["vpc-1a2b3c4d"]],
    ["aws:SourceVpce", ["vpce-1a2b3c4d"]],
    ["aws:userid", ["AROAEXAMPLEEXAMPLE01"]],
  ])("%s holds a request to %j, and not to any", (key, values) => {
    expect(restrictsCaller([parseCondition("StringLike", key, values)])).toBe(true);
    expect(restrictsCaller([parseCondition("StringLike", key, ["*"])])).toBe(false);
    expect(restrictsCaller([parseCondition("StringLike", `x${key}`, values)])).toBe(false);
  });

  test.each<readonly [string, string]>([
    ["aws:SourceAccount", "1234567890123"],
    ["aws:SourceAccount", "x123456789012"],
    ["aws:SourceAccount", "123456789012x"],
    ["aws:PrincipalOrgID", ""],
    ["aws:PrincipalOrgID", "${aws:PrincipalOrgID}"],
    ["aws:PrincipalOrgPaths", "x-o-exampleorg1/r-1/*"],
    ["aws:userid", "xAROAEXAMPLEEXAMPLE01"],
    ["aws:userid", "AROAEXAMPLEEXAMPLE01*"],
    ["aws:SourceArn", "urn:aws:iam::123456789012:role/records"],
    ["aws:SourceArn", "arn:aws"],
    ["aws:SourceArn", "arn:aws:s3:::"],
    ["aws:SourceIp", "any"],
    ["aws:SourceIp", "x203.0.113.7"],
    ["aws:SourceIp", "203.0.113.7x"],
    ["aws:SourceIp", "g::1"],
    ["aws:SourceIp", "203.0.113.0/x24"],
    ["aws:SourceIp", "203.0.113.0/24x"],
    ["aws:SourceIp", "10.0.0.0/7"],
    ["aws:SourceIp", "2001:db8::/31"],
  ])("%s %s says nothing", (key, value) => {
    expect(restrictsCaller([parseCondition("StringEquals", key, [value])])).toBe(false);
  });

  test.each<readonly [string, string]>([["aws:SourceIp", "10.0.0.0/8"], ["aws:SourceIp", "2001:DB8::1"], ["aws:SourceArn", "arn:aws:s3:::phi:records"]])("%s %s says who", (key, value) => {
    expect(restrictsCaller([parseCondition("StringEquals", key, [value])])).toBe(true);
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
