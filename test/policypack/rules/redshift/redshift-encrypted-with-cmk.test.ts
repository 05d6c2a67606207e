import { redshiftEncryptedWithCmk } from "../../../../policypack/rules/redshift/redshift-encrypted-with-cmk.ts";
import { testRule } from "../../rule-tester.ts";

testRule(redshiftEncryptedWithCmk, {
  compliant: [
    { props: { encrypted: "true", kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/warehouse" } },
    { props: { kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/warehouse" } },
    { type: "aws:redshiftserverless/namespace:Namespace", props: { kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/warehouse" } },
  ],
  violating: [
    { why: "encryption switched off", props: { encrypted: "false" }, property: "encrypted", found: "false" },
    { why: "the AWS-managed key", props: { kmsKeyId: undefined }, property: "kmsKeyId", found: "nothing" },
    { why: "a namespace with an AWS-owned key", props: { kmsKeyId: undefined }, fixture: { type: "aws:redshiftserverless/namespace:Namespace" }, property: "kmsKeyId", found: "nothing" },
  ],
  unknown: ["encrypted"],
  presence: ["kmsKeyId"],
});
