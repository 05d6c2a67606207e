import { efsEncrypted } from "../../../../policypack/rules/efs/efs-encrypted.ts";
import { testRule } from "../../rule-tester.ts";

const key = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555";

testRule(efsEncrypted, {

  compliant: [{ props: { encrypted: true, kmsKeyId: key } }],
  violating: [
    { why: "not encrypted", props: { encrypted: false }, property: "encrypted", found: "false" },
    { why: "left to the default", props: { encrypted: undefined }, property: "encrypted", found: "false" },
    { why: "the AWS-managed key", props: { kmsKeyId: undefined }, property: "kmsKeyId", found: "nothing, so the AWS-managed key" },
  ],
  unknown: ["encrypted"],
  presence: ["kmsKeyId"],
});
