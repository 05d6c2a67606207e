import { sqsQueueEncryptionCmk } from "../../../../policypack/rules/sqs/sqs-queue-encryption-cmk.ts";
import { testRule } from "../../rule-tester.ts";

const key = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555";

testRule(sqsQueueEncryptionCmk, {

  compliant: [{ props: { name: "alerts", kmsMasterKeyId: key } }, { props: { name: "alerts", kmsMasterKeyId: "alias/hipaa-dev/messages" } }],
  violating: [
    { why: "not encrypted with KMS", props: { kmsMasterKeyId: undefined }, property: "kmsMasterKeyId", found: "nothing" },
    { why: "the AWS-managed key", props: { kmsMasterKeyId: "alias/aws/sqs" }, property: "kmsMasterKeyId", found: "alias/aws/sqs" },
  ],
  unknown: [],
  presence: ["kmsMasterKeyId", "name"],
});
