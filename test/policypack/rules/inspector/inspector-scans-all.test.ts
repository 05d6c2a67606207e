import { describe, expect, test } from "vitest";
import { judgeStack } from "../../../../policypack/engine/judge.ts";
import { inspectorScansAll } from "../../../../policypack/rules/inspector/inspector-scans-all.ts";
import { stackOf } from "../../stack-fixture.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

testStackRule(inspectorScansAll, {
  compliant: [
    { inspector: { type: "aws:inspector2/enabler:Enabler", props: { resourceTypes: ["EC2", "ECR", "LAMBDA", "LAMBDA_CODE"] } } },
    {
      inspector: { type: "aws:inspector2/enabler:Enabler", props: { resourceTypes: ["EC2", "ECR"] } },
      functions: { type: "aws:inspector2/enabler:Enabler", props: { resourceTypes: ["LAMBDA"] } },
    },
  ],
  violating: [
    { why: "no images", change: { inspector: { props: { resourceTypes: ["EC2", "LAMBDA"] } } }, blamed: "inspector", property: "resourceTypes", found: "no ECR" },
    { why: "no functions", change: { inspector: { props: { resourceTypes: ["EC2", "ECR"] } } }, blamed: "inspector", property: "resourceTypes", found: "no LAMBDA" },
    {
      why: "functions in another region only",
      of: 1,
      change: { functions: { props: { resourceTypes: ["LAMBDA"], region: "us-west-2" } } },
      blamed: "inspector",
      property: "resourceTypes",
      found: "no LAMBDA",
    },
  ],
  unknown: [["inspector", "resourceTypes"]],
});

describe("a stack that must switch it on itself", () => {
  const stack = stackOf({ records: { type: "aws:dynamodb/table:Table", props: { name: "records" } } }, "at a first preview");

  test("is at fault when it does not", () => {
    expect(judgeStack(inspectorScansAll, stack, { owningStacks: ["test/test"] })).toMatchObject({
      kind: "violated",
      findings: [{ urn: "urn:pulumi:test::test::aws:dynamodb/table:Table::records", property: "(stack)", found: "no aws:inspector2/enabler:Enabler" }],
    });
  });

  test("is none unless it is named", () => {
    expect(judgeStack(inspectorScansAll, stack, { owningStacks: ["test/prod"] })).toEqual({ kind: "compliant" });
  });
});
