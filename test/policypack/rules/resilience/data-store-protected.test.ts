import { dataStoreProtected } from "../../../../policypack/rules/resilience/data-store-protected.ts";
import { testRule } from "../../rule-tester.ts";

const phi = { tagsAll: { DataClassification: "phi" } };
const found = "false";
const property = "(option) protect";

testRule(dataStoreProtected, {
  compliant: [
    { props: phi, protect: true },
    { type: "aws:kms/key:Key", props: {}, protect: true },
  ],
  violating: [
    { why: "an unprotected bucket with PHI", fixture: { protect: false }, property, found },
    { why: "an unprotected bucket with evidence", props: { tagsAll: { DataClassification: "audit" } }, fixture: { protect: false }, property, found },
    { why: "an unprotected key", props: { tagsAll: undefined }, fixture: { protect: false, type: "aws:kms/key:Key" }, property, found },
    { why: "an unprotected vault", props: { tagsAll: undefined }, fixture: { protect: false, type: "aws:backup/vault:Vault" }, property, found },
    { why: "an unprotected trail", props: { tagsAll: undefined }, fixture: { protect: false, type: "aws:cloudtrail/trail:Trail" }, property, found },
  ],
  unknown: [],
  presence: ["tagsAll"],
  notApplicable: [{ why: "a bucket of operational logs", props: { tagsAll: { DataClassification: "operational" } }, fixture: { protect: false } }],
});
