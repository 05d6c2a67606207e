import { describe, expect, test } from "vitest";
import { judgeStack } from "../../../../policypack/engine/judge.ts";
import { securityhubEnabledWithStandards } from "../../../../policypack/rules/securityhub/securityhub-enabled-with-standards.ts";
import { stackOf } from "../../stack-fixture.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

testStackRule(securityhubEnabledWithStandards, {
  compliant: [
    { hub: { type: "aws:securityhub/account:Account", props: { enableDefaultStandards: true } } },
    { hub: { type: "aws:securityhub/account:Account", props: {} } },
    {
      hub: { type: "aws:securityhub/account:Account", props: { enableDefaultStandards: false } },
      nist: { type: "aws:securityhub/standardsSubscription:StandardsSubscription", props: { standardsArn: "arn:aws:securityhub:us-east-1::standards/nist-800-53/v/5.0.0" } },
    },
  ],
  violating: [
    { why: "no standards", change: { hub: { props: { enableDefaultStandards: false } } }, blamed: "hub", property: "enableDefaultStandards", found: "false" },
    { why: "the only standard removed", of: 2, change: { nist: null }, blamed: "hub", property: "enableDefaultStandards", found: "false" },
  ],
  unknown: [["hub", "enableDefaultStandards"]],
});

describe("a stack that must switch it on itself", () => {
  const stack = stackOf({ records: { type: "aws:dynamodb/table:Table", props: { name: "records" } } }, "at a first preview");

  test("is at fault when it does not", () => {
    expect(judgeStack(securityhubEnabledWithStandards, stack, { owningStacks: ["test/test"] })).toMatchObject({
      kind: "violated",
      findings: [{ urn: "urn:pulumi:test::test::aws:dynamodb/table:Table::records", property: "(stack)", found: "no aws:securityhub/account:Account" }],
    });
  });

  test("is none unless it is named", () => {
    expect(judgeStack(securityhubEnabledWithStandards, stack, { owningStacks: ["test/prod"] })).toEqual({ kind: "compliant" });
  });
});
