import { rdsPerformanceInsightsEncrypted } from "../../../../policypack/rules/rds/rds-performance-insights-encrypted.ts";
import { testRule } from "../../rule-tester.ts";

testRule(rdsPerformanceInsightsEncrypted, {
  compliant: [{ props: { performanceInsightsEnabled: true, performanceInsightsKmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/1" } }],
  violating: [
    { why: "the AWS-managed key", props: { performanceInsightsKmsKeyId: undefined }, property: "performanceInsightsKmsKeyId", found: "nothing, so the AWS-managed key" },
  ],
  unknown: ["performanceInsightsEnabled"],
  presence: ["performanceInsightsKmsKeyId"],
  notApplicable: [{ why: "switched off", props: { performanceInsightsEnabled: false, performanceInsightsKmsKeyId: undefined } }],
});
