import { describe, expect, test } from "vitest";
import { documentOf, judgeStatements, parsePolicy } from "../../../policypack/engine/policy-document.ts";
import { Reader, UndecidedError } from "../../../policypack/engine/reader.ts";
import { UNKNOWN, unknownCheckingProxy } from "../unknown-value.ts";

const statement = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
const withPrincipal = (principal: unknown) => parsePolicy(JSON.stringify({ Statement: { ...statement, Principal: principal } }));
const policy = { Version: "2012-10-17", Statement: [statement] };

describe("a text that is no policy document", () => {
  test.each([
    ["{", "not JSON"],
    ["[]", "the document is not an object"],
    ["{}", "no Statement"],
    [JSON.stringify({ Statement: ["Allow"] }), "a statement is not an object"],
    [JSON.stringify({ Statement: { ...statement, Effect: "allow" } }), "an Effect other than Allow and Deny"],
    [JSON.stringify({ Statement: { ...statement, Actions: "s3:*" } }), "the element Actions does not exist"],
    [JSON.stringify({ Statement: { ...statement, NotAction: "s3:*" } }), "Action and NotAction in one statement"],
    [JSON.stringify({ Statement: { Effect: "Allow", Resource: "*" } }), "a statement without Action"],
    [JSON.stringify({ Statement: { ...statement, Action: [{}] } }), "Action is neither a text nor a list of texts"],
    [JSON.stringify({ Statement: { ...statement, Principal: { User: "x" } } }), "a principal of the kind User"],
    [JSON.stringify({ Statement: { ...statement, Condition: "none" } }), "Condition is not an object"],
    ["null", "the document is not an object"],
    [JSON.stringify({ Statement: { Effect: "Deny", NotAction: [{}], Resource: "*" } }), "NotAction is neither a text nor a list of texts"],
    [JSON.stringify({ Statement: { ...statement, Resource: [null] } }), "Resource is neither a text nor a list of texts"],
    [JSON.stringify({ Statement: { Effect: "Deny", Action: "s3:*", NotResource: {} } }), "NotResource is neither a text nor a list of texts"],
    [JSON.stringify({ Statement: { ...statement, NotResource: "*" } }), "Resource and NotResource in one statement"],
    [JSON.stringify({ Statement: { ...statement, Principal: "*", NotPrincipal: "*" } }), "Principal and NotPrincipal in one statement"],
    [JSON.stringify({ Statement: { ...statement, Principal: "nobody" } }), "Principal is not an object"],
    [JSON.stringify({ Statement: { ...statement, Principal: { AWS: [{}] } } }), "Principal is neither a text nor a list of texts"],
    [JSON.stringify({ Statement: { ...statement, Condition: { Bool: "true" } } }), "Condition.Bool is not an object"],
    [JSON.stringify({ Statement: { ...statement, Condition: { Bool: { "aws:SecureTransport": {} } } } }), "a condition value is neither a text nor a list of texts"],
  ])("%s is malformed", (text, problem) => {
    expect(parsePolicy(text)).toEqual({ kind: "malformed", problem });
  });

  test("is a finding, not a crash", () => {
    expect(judgeStatements(new Reader({ policy: "{" }), "policy", () => [])).toEqual([
      { property: "policy", found: "a text that is not a policy document (not JSON)", required: "a JSON policy document that AWS accepts" },
    ]);
  });
});

describe("a policy document", () => {
  test("reads the same as text, as an object and with single values for lists", () => {
    const text = documentOf(new Reader({ policy: JSON.stringify(policy) }), "policy");
    expect(text?.kind).toBe("document");
    expect(documentOf(new Reader({ policy }), "policy")).toEqual(text);
    expect(documentOf(new Reader({ policy: { ...policy, Statement: { ...statement, Action: ["s3:GetObject"] } } }), "policy")).toEqual(text);
  });

  test("reads the two ways of writing anyone the same", () => {
    expect(withPrincipal({ AWS: "*" })).toEqual(withPrincipal("*"));
  });

  test("takes switches and numbers in conditions as the texts they are compared as", () => {
    const condition = { Bool: { "aws:SecureTransport": false }, NumericLessThan: { "s3:TlsVersion": 1.2 } };
    const texts = { Bool: { "aws:SecureTransport": "false" }, NumericLessThan: { "s3:TlsVersion": "1.2" } };
    expect(parsePolicy(JSON.stringify({ Statement: { ...statement, Condition: condition } }))).toEqual(parsePolicy(JSON.stringify({ Statement: { ...statement, Condition: texts } })));
  });

  test("knows the kinds of principals that AWS has, canonical users among them", () => {
    const principals = { AWS: "arn:aws:iam::123456789012:root", Service: "s3.amazonaws.com", Federated: "cognito-identity.amazonaws.com", CanonicalUser: "79a59df900b949e55d96a1e698fbaced" };
    expect(withPrincipal(principals)).toMatchObject({ kind: "document", statements: [{ principals: Object.entries(principals).map(([kind, value]) => ({ kind, value })) }] });
  });

  test.each([[{}], [{ policy: null }], [{ policy: "" }]])("that was not given is none: %j", (props) => {
    expect(documentOf(new Reader(props), "policy")).toBeUndefined();
  });

  test("is judged statement by statement, each by its place", () => {
    const two = { policy: { Statement: [statement, { ...statement, Effect: "Deny" }] } };
    const seen = judgeStatements(new Reader(two), "policy", ({ effect }, path) => [{ property: path, found: effect, required: "nothing" }]);
    expect(seen.map(({ property, found }) => [property, found])).toEqual([["policy.Statement[0]", "Allow"], ["policy.Statement[1]", "Deny"]]);
  });

  test("that was not given is none", () => {
    expect(judgeStatements(new Reader({}), "policy", () => [{ property: "x", found: "x", required: "x" }])).toEqual([]);
  });

  test("with an unknown part cannot be decided, and the part is named", () => {
    const props = unknownCheckingProxy({ policy: { Statement: [{ ...statement, Resource: UNKNOWN }] } });
    expect(() => documentOf(new Reader(props), "policy")).toThrow(new UndecidedError("policy.Statement[0].Resource"));
  });

  test("is parsed once per text, until too many are held", () => {
    const text = JSON.stringify({ ...policy, Id: "once" });
    const first = parsePolicy(text);
    expect(parsePolicy(text)).toBe(first);
    for (let number = 0; number < 4000; number += 1) {
      parsePolicy(`{"Statement":[],"Id":"${String(number)}"}`);
    }
    expect(parsePolicy(JSON.stringify({ ...policy, Id: "kept" }))).toBe(parsePolicy(JSON.stringify({ ...policy, Id: "kept" })));
    for (let number = 4000; number < 6000; number += 1) {
      parsePolicy(`{"Statement":[],"Id":"${String(number)}"}`);
    }
    expect(parsePolicy(text)).not.toBe(first);
    expect(parsePolicy(text)).toEqual(first);
  });
});
