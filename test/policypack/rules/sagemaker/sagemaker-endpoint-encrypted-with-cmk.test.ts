import { sagemakerEndpointEncryptedWithCmk } from "../../../../policypack/rules/sagemaker/sagemaker-endpoint-encrypted-with-cmk.ts";
import { testRule } from "../../rule-tester.ts";

testRule(sagemakerEndpointEncryptedWithCmk, {
  compliant: [{ props: { kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/models" } }],
  violating: [{ why: "no key", props: { kmsKeyArn: undefined }, property: "kmsKeyArn", found: "nothing" }],
  unknown: [],
  presence: ["kmsKeyArn"],
});
