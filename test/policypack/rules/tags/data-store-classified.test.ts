import { dataStoreClassified } from "../../../../policypack/rules/tags/data-store-classified.ts";
import { testRule } from "../../rule-tester.ts";

testRule(dataStoreClassified, {
  compliant: [
    { props: { tagsAll: { DataClassification: "phi" } } },
    { props: { tags: { DataClassification: "operational" } } },
    { type: "aws:dynamodb/table:Table", props: { tagsAll: { DataClassification: "audit" } } },
  ],
  violating: [
    { why: "no tag", props: { tagsAll: {} }, property: "tagsAll.DataClassification", found: "no such tag" },
    { why: "no tags at all", props: { tagsAll: undefined }, property: "tagsAll.DataClassification", found: "no such tag" },
    { why: "a class that is none", props: { tagsAll: { DataClassification: "public" } }, property: "tagsAll.DataClassification", found: "public" },
  ],
  unknown: ["tagsAll", "tagsAll.DataClassification"],
});
