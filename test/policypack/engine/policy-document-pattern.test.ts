import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { actionMatches, patternMatches } from "../../../policypack/engine/policy-document-pattern.ts";

const letters = fc.string({ unit: fc.constantFrom("a", "b", ":"), maxLength: 12 });

describe("patterns", () => {
  test.each([
    ["s3:Get*", "s3:PutObject", false],
    ["arn:aws:s3:::phi", "arn:aws:s3:::phi/x", false],
    ["arn:aws:s3:::phi/*", "arn:aws:s3:::phi", false],
    ["a?c", "ac", false],
    ["", "a", false],
    ["a?c", "abc", true],
    ["*", "", true],
    ["a*b*c", "a-b-b-c", true],
  ])("%s on %s: %s", (pattern, text, expected) => {
    expect(patternMatches(pattern, text)).toBe(expected);
  });

  test("actions match without regard to case, resources do not", () => {
    expect(actionMatches("S3:getobject", "s3:GetObject")).toBe(true);
    expect(patternMatches("arn:aws:s3:::PHI", "arn:aws:s3:::phi")).toBe(false);
  });

  test("agree with the same pattern as a regular expression", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 6 }), letters, (pattern, text) => {
        const expression = new RegExp(`^${pattern.replaceAll("?", ".").replaceAll(/\*+/gu, ".*")}$`, "u");
        expect(patternMatches(pattern, text)).toBe(expression.test(text));
      }),
    );
  });

  test("stay fast on a pattern made to be slow", () => {
    const started = performance.now();
    expect(patternMatches(`${"a*".repeat(200)}b`, "a".repeat(5000))).toBe(false);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
