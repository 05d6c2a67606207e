import { expect, test } from "vitest";
import { judgeStack } from "../../../../policypack/engine/judge.ts";
import { phiStoreInsideGuardingComponent } from "../../../../policypack/rules/services/phi-store-inside-guarding-component.ts";
import { stackOf } from "../../stack-fixture.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const phi = { DataClassification: "phi" };
const component = { type: "hipaa:index:PhiDataStore" };

testStackRule(phiStoreInsideGuardingComponent, {
  compliant: [
    { component, records: { type: "aws:dynamodb/table:Table", props: { tagsAll: phi }, parent: "component" } },
    {
      component,
      inner: { type: "hipaa:index:SecureBucket", parent: "component" },
      images: { type: "aws:s3/bucket:Bucket", props: { tags: phi }, parent: "inner" },
    },
    { logs: { type: "aws:s3/bucket:Bucket", props: { tagsAll: { DataClassification: "operational" } } } },
    ...["RecordsStore", "AuditTrail", "DrVault", "KeyRing", "Identity", "PatientRecords"].map((name) => ({
      guard: { type: `hipaa:index:${name}` }, store: { type: "aws:s3/bucket:Bucket", props: { tagsAll: phi }, parent: "guard" },
    })),
    { replicas: { type: "hipaa:index:PhiReplica" }, copy: { type: "aws:rds/instance:Instance", props: { tagsAll: phi }, parent: "replicas" } },
  ],
  violating: [
    { why: "beside the component", change: { records: { parent: "stack" }, stack: { type: "pulumi:pulumi:Stack" } }, blamed: "records", property: "(option) parent", found: "no guarding component" },
    { why: "inside another component", change: { component: { type: "acme:index:Store" } }, blamed: "records", property: "(option) parent", found: "no guarding component" },
    { why: "tagged by the provider", of: 2, change: { logs: { props: { tagsAll: phi } } }, blamed: "logs", property: "(option) parent", found: "no guarding component" },
  ],
  unknown: [["records", "tagsAll"]],
});

test("a component of one's own counts once it is named", () => {
  const stack = stackOf({ store: { type: "acme:index:Store" }, records: { type: "aws:dynamodb/table:Table", props: { tagsAll: phi }, parent: "store" } }, "at a first preview");
  expect(judgeStack(phiStoreInsideGuardingComponent, stack, { components: ["acme:index:Store"] })).toEqual({ kind: "compliant" });
});
