import { cloudtrailPresent } from "../../../../policypack/rules/cloudtrail/cloudtrail-present.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const phi = { type: "aws:s3/bucket:Bucket", props: { tagsAll: { DataClassification: "phi" } } };

testStackRule(cloudtrailPresent, {
  compliant: [{ phi, trail: { type: "aws:cloudtrail/trail:Trail" } }],
  violating: [{ why: "no trail", change: { trail: null }, blamed: "phi", property: "tagsAll.DataClassification", found: "phi, and no trail in the stack" }],
  unknown: [["phi", "tagsAll"]],
  notApplicable: [{ why: "no PHI", change: { phi: { props: { tagsAll: { DataClassification: "operational" } } } } }],
});
