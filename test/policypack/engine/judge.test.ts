import { describe, expect, test } from "vitest";
import { judgeResource, judgeStack, looksAt, messageOf } from "../../../policypack/engine/judge.ts";
import { Reader, UndecidedError } from "../../../policypack/engine/reader.ts";
import { defineRule, defineStackRule, EVERY_AWS_TYPE, type ResourceRule, type StackRule } from "../../../policypack/engine/rule.ts";
import { stackOf } from "../stack-fixture.ts";

const facts = {
  name: "bucket-has-a-name", description: "Every bucket has a name.", severity: "low", citations: ["164.312(b)"], controls: [],
  remediation: ["Give it a name.", "Tell others."], url: "https://example.org", resources: ["aws:s3/bucket:Bucket"],
} as const;
const bucket = { type: "aws:s3/bucket:Bucket", name: "phi", urn: "urn:phi", props: new Reader({}), provider: undefined, protect: false, ignoreChanges: [] };
const stack = stackOf({ phi: { type: "aws:s3/bucket:Bucket" } }, "at a first preview");

const ruling = (check: ResourceRule["check"]): ResourceRule => defineRule({ ...facts, check });
const rulingStack = (check: StackRule["check"]): StackRule => defineStackRule({ ...facts, check });
/** What code throws that does not keep to errors. */
const oddity: unknown = "odd";

describe("a rule that fails", () => {
  test.each([
    ["an error", () => { throw new RangeError("too far"); }, "the rule failed (RangeError)"],
    ["no error at all", () => { throw oddity; }, "the rule failed (unknown error)"],
  ])("by %s is a finding, or it would let everything pass", (_what, check, found) => {
    const failed = { kind: "violated", findings: [{ property: "(rule)", found, required: "a judgement; report this as a defect of the pack" }] };
    expect(judgeResource(ruling(check), bucket)).toEqual(failed);
    expect(judgeStack(rulingStack(check), stack)).toEqual(failed);
  });
});

describe("what a rule does not look at", () => {
  test("is not judged, and that is said", () => {
    expect(judgeResource(ruling(() => []), { ...bucket, type: "aws:kms/key:Key" })).toEqual({ kind: "notApplicable", reason: "the rule judges resources of other types" });
    expect(judgeStack(rulingStack(() => []), stackOf({}, "at a first preview"))).toEqual({ kind: "notApplicable", reason: "the stack has no resource of the types that the rule judges" });
  });

  test.each([
    [[EVERY_AWS_TYPE], "aws:kms/key:Key", true],
    [[EVERY_AWS_TYPE], "kubernetes:core/v1:Pod", false],
    [[EVERY_AWS_TYPE], "my-aws:kms/key:Key", false],
    [["aws:s3/bucket:Bucket"], "aws:kms/key:Key", false],
    [["aws:s3/bucket:Bucket", "aws:kms/key:Key"], "aws:kms/key:Key", true],
  ])("%j, of %s: %s", (resources, type, expected) => {
    expect(looksAt({ resources }, type)).toBe(expected);
  });
});

describe("what a person reads", () => {
  test("of what is wrong: each finding once, and every step to put it right", () => {
    const finding = { property: "acl", found: "public-read", required: "none" };
    expect(messageOf(facts, { kind: "violated", findings: [finding, { ...finding }, { ...finding, property: "policy", found: "anyone" }] }))
      .toBe("acl: found public-read, required none. policy: found anyone, required none. Fix: Give it a name. Tell others.");
  });

  test("of what cannot be judged: which property, why, and what would help", () => {
    expect(messageOf(facts, { kind: "undecided", property: "policy" })).toBe(
      "Undecided: policy is not known until the update, so this cannot be judged. "
      + "Give it a value that is known at preview: a literal, or a name instead of the output of a new resource. Fix: Give it a name. Tell others.",
    );
  });
});

test("what is not known is named, with its resource where several are judged", () => {
  expect(judgeResource(ruling(() => { throw new UndecidedError("policy"); }), bucket)).toEqual({ kind: "undecided", property: "policy" });
  expect(judgeStack(rulingStack(() => { throw new UndecidedError("policy", "urn:phi"); }), stack)).toEqual({ kind: "undecided", property: "policy", urn: "urn:phi" });
});
