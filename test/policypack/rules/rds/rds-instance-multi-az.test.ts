import { rdsInstanceMultiAz } from "../../../../policypack/rules/rds/rds-instance-multi-az.ts";
import { testRule } from "../../rule-tester.ts";

testRule(rdsInstanceMultiAz, {
  compliant: [{ props: { multiAz: true } }],
  violating: [
    { why: "one zone", props: { multiAz: false }, property: "multiAz", found: "false" },
    { why: "left to the default", props: { multiAz: undefined }, property: "multiAz", found: "false" },
  ],
  unknown: ["multiAz"],
  notApplicable: [{ why: "a read replica", props: { multiAz: undefined, replicateSourceDb: "records" } }],
});
