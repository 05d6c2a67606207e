import { cloudtrailMultiRegion } from "../../../../policypack/rules/cloudtrail/cloudtrail-multi-region.ts";
import { testRule } from "../../rule-tester.ts";

testRule(cloudtrailMultiRegion, {
  compliant: [{ props: { isMultiRegionTrail: true, enableLogging: true, includeGlobalServiceEvents: true } }, { props: { isMultiRegionTrail: true } }],
  violating: [
    { why: "one region", props: { isMultiRegionTrail: false }, property: "isMultiRegionTrail", found: "false" },
    { why: "left to the default", props: { isMultiRegionTrail: undefined }, property: "isMultiRegionTrail", found: "false" },
    { why: "switched off", props: { enableLogging: false }, property: "enableLogging", found: "false" },
    { why: "without IAM and STS", props: { includeGlobalServiceEvents: false }, property: "includeGlobalServiceEvents", found: "false" },
  ],
  unknown: ["isMultiRegionTrail", "enableLogging", "includeGlobalServiceEvents"],
});
