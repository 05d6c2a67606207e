import { describe, expect, test } from "vitest";
import { judgeStack } from "../../../../policypack/engine/judge.ts";
import { macieEnabled } from "../../../../policypack/rules/macie/macie-enabled.ts";
import { stackOf } from "../../stack-fixture.ts";
import { testStackRule } from "../../stack-rule-tester.ts";
import { UNKNOWN } from "../../unknown-value.ts";

testStackRule(macieEnabled, {
  compliant: [{ macie: { type: "aws:macie2/account:Account", props: { status: "ENABLED" } } }, { macie: { type: "aws:macie2/account:Account", props: { status: UNKNOWN } } }],
  violating: [{ why: "paused", change: { macie: { props: { status: "PAUSED" } } }, blamed: "macie", property: "status", found: "PAUSED" }],
});

describe("a stack that must switch it on itself", () => {
  const stack = stackOf({ records: { type: "aws:dynamodb/table:Table", props: { name: "records" } } }, "at a first preview");

  test("is at fault when it does not", () => {
    expect(judgeStack(macieEnabled, stack, { owningStacks: ["test/test"] })).toMatchObject({
      kind: "violated",
      findings: [{ urn: "urn:pulumi:test::test::aws:dynamodb/table:Table::records", property: "(stack)", found: "no aws:macie2/account:Account" }],
    });
  });

  test("is none unless it is named", () => {
    expect(judgeStack(macieEnabled, stack, { owningStacks: ["test/prod"] })).toEqual({ kind: "compliant" });
  });
});
