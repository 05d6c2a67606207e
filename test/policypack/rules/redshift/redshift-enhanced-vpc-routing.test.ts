import { redshiftEnhancedVpcRouting } from "../../../../policypack/rules/redshift/redshift-enhanced-vpc-routing.ts";
import { testRule } from "../../rule-tester.ts";

testRule(redshiftEnhancedVpcRouting, {
  compliant: [{ props: { enhancedVpcRouting: true } }, { type: "aws:redshiftserverless/workgroup:Workgroup", props: { enhancedVpcRouting: true } }],
  violating: [
    { why: "switched off", props: { enhancedVpcRouting: false }, property: "enhancedVpcRouting", found: "false" },
    { why: "left to the default", props: { enhancedVpcRouting: undefined }, property: "enhancedVpcRouting", found: "nothing, so false" },
  ],
  unknown: ["enhancedVpcRouting"],
});
