import { secretEncryptionCmk } from "../../../../policypack/rules/secretsmanager/secret-encryption-cmk.ts";
import { testRule } from "../../rule-tester.ts";

const key = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555";

testRule(secretEncryptionCmk, {

  compliant: [{ props: { name: "db", kmsKeyId: key, replicas: [{ region: "us-west-2", kmsKeyId: key }] } }, { props: { name: "db", kmsKeyId: key } }],
  violating: [
    { why: "the AWS-managed key", props: { kmsKeyId: undefined }, property: "kmsKeyId", found: "nothing, so the AWS-managed key" },
    { why: "a replica with the AWS-managed key", props: { replicas: [{ region: "us-west-2" }] }, property: "replicas[0].kmsKeyId", found: "nothing, so the AWS-managed key" },
  ],
  unknown: ["replicas"],
  presence: ["kmsKeyId", "replicas[0].kmsKeyId", "name"],
});
