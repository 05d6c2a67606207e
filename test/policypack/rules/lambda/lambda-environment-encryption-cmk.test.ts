import { lambdaEnvironmentEncryptionCmk } from "../../../../policypack/rules/lambda/lambda-environment-encryption-cmk.ts";
import { testRule } from "../../rule-tester.ts";

testRule(lambdaEnvironmentEncryptionCmk, {
  compliant: [{ props: { environment: { variables: { TABLE: "records" } }, kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/1" } }],
  violating: [{ why: "the key of AWS", props: { kmsKeyArn: undefined }, property: "kmsKeyArn", found: "nothing" }],
  unknown: [],
  presence: ["kmsKeyArn", "environment"],
  notApplicable: [{ why: "no variables", props: { environment: undefined, kmsKeyArn: undefined } }],
});
