import { describe, expect, it } from "vitest";
import { policyDocumentData } from "../../../sandbox/aws/policy-document.ts";
import { isProperties, type Properties, type Value, textOf } from "../../../sandbox/wire.ts";
import { EAST, FakeCloud } from "../support/fake-cloud.ts";

function document(args: Properties): { readonly json: string; readonly parsed: Value } {
  using fake = new FakeCloud();
  const answer = policyDocumentData["aws:iam/getPolicyDocument:getPolicyDocument"]?.(args, { region: "us-east-1", settings: EAST, inventory: fake.inventory });
  const json = textOf(answer?.["json"]);
  return { json, parsed: JSON.parse(json) };
}

function statements(args: Properties): Value | undefined {
  const { parsed } = document(args);
  return isProperties(parsed) ? parsed["Statement"] : undefined;
}

describe("iam.getPolicyDocument", () => {
  it("writes JSON in the provider's form: two spaces, its order of keys, one value without a list", () => {
    expect(document({ statements: [{ sid: "Read", actions: ["s3:GetObject"], resources: ["arn:aws:s3:::phi/*"] }] }).json).toBe([
      "{", '  "Version": "2012-10-17",', '  "Statement": [', "    {", '      "Sid": "Read",', '      "Effect": "Allow",', '      "Action": "s3:GetObject",',
      '      "Resource": "arn:aws:s3:::phi/*"', "    }", "  ]", "}",
    ].join("\n"));
  });

  it("sorts several values backwards and leaves out what is not given", () => {
    expect(statements({ statements: [{ effect: "Deny", notActions: ["a:A", "c:C", "b:B"] }] })).toEqual([{ Effect: "Deny", NotAction: ["c:C", "b:B", "a:A"] }]);
  });

  it("joins principals by type, and writes the wildcard as text", () => {
    const both = [{ type: "AWS", identifiers: ["a"] }, { type: "AWS", identifiers: ["b"] }, { type: "Service", identifiers: ["s3.amazonaws.com"] }];
    expect(statements({ statements: [{ principals: both }] })).toEqual([{ Effect: "Allow", Principal: { AWS: ["b", "a"], Service: "s3.amazonaws.com" } }]);
    expect(statements({ statements: [{ principals: [{ type: "*", identifiers: ["*"] }] }] })).toEqual([{ Effect: "Allow", Principal: "*" }]);
  });

  it("writes conditions by test and variable, and IAM's own variables", () => {
    const conditions = [{ test: "StringLike", variable: "s3:prefix", values: ["home/&{aws:username}/", ""] }, { test: "Bool", variable: "aws:SecureTransport", values: ["false"] }];
    expect(statements({ statements: [{ conditions }] })).toEqual([{ Effect: "Allow", Condition: { Bool: { "aws:SecureTransport": "false" }, StringLike: { "s3:prefix": ["home/${aws:username}/", ""] } } }]);
  });

  it("puts sources first and lets overrides replace by Sid", () => {
    const source = JSON.stringify({ Version: "2012-10-17", Statement: [{ Sid: "One", Effect: "Allow", Action: "a:A" }] });
    const override = JSON.stringify({ Statement: { Sid: "One", Effect: "Deny", Action: "a:A" } });
    expect(statements({ sourcePolicyDocuments: [source], overridePolicyDocuments: [override], statements: [{ sid: "Two", actions: ["b:B"] }] }))
      .toEqual([{ Sid: "One", Effect: "Deny", Action: "a:A" }, { Sid: "Two", Effect: "Allow", Action: "b:B" }]);
  });

  it("refuses two statements with one Sid and sources that are not JSON", () => {
    expect(() => document({ statements: [{ sid: "Same" }, { sid: "Same" }] })).toThrow("MalformedPolicyDocument: duplicate Sid (Same)");
    expect(() => document({ sourcePolicyDocuments: ["{"] })).toThrow("MalformedPolicyDocument: a source or override document is not JSON");
  });
});
