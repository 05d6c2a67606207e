import { rdsDeletionProtection } from "../../../../policypack/rules/rds/rds-deletion-protection.ts";
import { testRule } from "../../rule-tester.ts";

testRule(rdsDeletionProtection, {
  compliant: [{ props: { deletionProtection: true } }, { type: "aws:rds/cluster:Cluster", props: { deletionProtection: true } }],
  violating: [
    { why: "unprotected", props: { deletionProtection: false }, property: "deletionProtection", found: "false" },
    { why: "left to the default", props: { deletionProtection: undefined }, property: "deletionProtection", found: "false" },
  ],
  unknown: ["deletionProtection"],
});
