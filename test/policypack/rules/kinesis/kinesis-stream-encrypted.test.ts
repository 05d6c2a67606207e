import { kinesisStreamEncrypted } from "../../../../policypack/rules/kinesis/kinesis-stream-encrypted.ts";
import { testRule } from "../../rule-tester.ts";

testRule(kinesisStreamEncrypted, {
  compliant: [{ props: { encryptionType: "KMS", kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/events" } }],
  violating: [
    { why: "none", props: { encryptionType: "NONE" }, property: "encryptionType", found: "NONE" },
    { why: "left to the default", props: { encryptionType: undefined }, property: "encryptionType", found: "nothing, so NONE" },
  ],
  unknown: ["encryptionType"],
  presence: ["kmsKeyId"],
});
