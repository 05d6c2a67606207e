import { sagemakerNotebookEncryptedWithCmk } from "../../../../policypack/rules/sagemaker/sagemaker-notebook-encrypted-with-cmk.ts";
import { testRule } from "../../rule-tester.ts";

testRule(sagemakerNotebookEncryptedWithCmk, {
  compliant: [{ props: { kmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/models" } }],
  violating: [{ why: "no key", props: { kmsKeyId: undefined }, property: "kmsKeyId", found: "nothing" }],
  unknown: [],
  presence: ["kmsKeyId"],
});
