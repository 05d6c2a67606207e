import { cloudtrailEncryptionCmk } from "../../../../policypack/rules/cloudtrail/cloudtrail-encryption-cmk.ts";
import { testRule } from "../../rule-tester.ts";

testRule(cloudtrailEncryptionCmk, {
  compliant: [{ props: { name: "audit", kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/1" } }],
  violating: [{ why: "keys of AWS", props: { kmsKeyId: undefined }, property: "kmsKeyId", found: "nothing, so keys of AWS" }],
  unknown: [],
  presence: ["kmsKeyId", "name"],
});
