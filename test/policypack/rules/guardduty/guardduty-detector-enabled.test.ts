import { describe, expect, test } from "vitest";
import { judgeStack } from "../../../../policypack/engine/judge.ts";
import { guarddutyDetectorEnabled } from "../../../../policypack/rules/guardduty/guardduty-detector-enabled.ts";
import { stackOf } from "../../stack-fixture.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

testStackRule(guarddutyDetectorEnabled, {
  compliant: [
    { detector: { type: "aws:guardduty/detector:Detector", props: { enable: true, findingPublishingFrequency: "FIFTEEN_MINUTES" } } },
    { detector: { type: "aws:guardduty/detector:Detector", props: { findingPublishingFrequency: "ONE_HOUR" } } },
    { records: { type: "aws:dynamodb/table:Table", props: { name: "records" } } },
  ],
  violating: [
    { why: "suspended", change: { detector: { props: { enable: false } } }, blamed: "detector", property: "enable", found: "false" },
    { why: "findings four times a day", change: { detector: { props: { findingPublishingFrequency: "SIX_HOURS" } } }, blamed: "detector", property: "findingPublishingFrequency", found: "SIX_HOURS" },
    { why: "the default frequency", change: { detector: { props: { findingPublishingFrequency: undefined } } }, blamed: "detector", property: "findingPublishingFrequency", found: "nothing, so SIX_HOURS" },
  ],
  unknown: [["detector", "enable"]],
});

describe("a stack that must switch it on itself", () => {
  const stack = stackOf({ records: { type: "aws:dynamodb/table:Table", props: { name: "records" } } }, "at a first preview");

  test("is at fault when it does not", () => {
    expect(judgeStack(guarddutyDetectorEnabled, stack, { owningStacks: ["test/test"] })).toMatchObject({
      kind: "violated",
      findings: [{ urn: "urn:pulumi:test::test::aws:dynamodb/table:Table::records", property: "(stack)", found: "no aws:guardduty/detector:Detector" }],
    });
  });

  test("is none unless it is named", () => {
    expect(judgeStack(guarddutyDetectorEnabled, stack, { owningStacks: ["test/prod"] })).toEqual({ kind: "compliant" });
  });
});
