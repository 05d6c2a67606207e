import { cloudtrailLogFileValidation } from "../../../../policypack/rules/cloudtrail/cloudtrail-log-file-validation.ts";
import { testRule } from "../../rule-tester.ts";

testRule(cloudtrailLogFileValidation, {
  compliant: [{ props: { enableLogFileValidation: true } }],
  violating: [
    { why: "no digests", props: { enableLogFileValidation: false }, property: "enableLogFileValidation", found: "false" },
    { why: "left to the default", props: { enableLogFileValidation: undefined }, property: "enableLogFileValidation", found: "false" },
  ],
  unknown: ["enableLogFileValidation"],
});
