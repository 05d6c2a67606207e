import { cloudwatchLogGroupEncryptionCmk } from "../../../../policypack/rules/cloudwatch/cloudwatch-log-group-encryption-cmk.ts";
import { testRule } from "../../rule-tester.ts";

testRule(cloudwatchLogGroupEncryptionCmk, {
  compliant: [{ props: { name: "app", kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/1" } }],
  violating: [{ why: "keys of AWS", props: { kmsKeyId: undefined }, property: "kmsKeyId", found: "nothing, so keys of AWS" }],
  unknown: [],
  presence: ["kmsKeyId", "name"],
});
