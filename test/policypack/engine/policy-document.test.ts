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

  test("that was not given is none", () => {
    expect(documentOf(new Reader({}), "policy")).toBeUndefined();
    expect(judgeStatements(new Reader({}), "policy", () => [{ property: "x", found: "x", required: "x" }])).toEqual([]);
  });

  test("with an unknown part cannot be decided, and the part is named", () => {
    const props = unknownCheckingProxy({ policy: { Statement: [{ ...statement, Resource: UNKNOWN }] } });
    expect(() => documentOf(new Reader(props), "policy")).toThrow(new UndecidedError("policy.Statement[0].Resource"));
  });

  test("is parsed once per text", () => {
    const text = JSON.stringify(policy);
    expect(parsePolicy(text)).toBe(parsePolicy(text));
  });
});
