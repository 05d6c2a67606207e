import { dynamodbTableEncryptionCmk } from "../../../../policypack/rules/dynamodb/dynamodb-table-encryption-cmk.ts";
import { testRule } from "../../rule-tester.ts";

const key = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555";
const replica = { regionName: "us-west-2", kmsKeyArn: key };

testRule(dynamodbTableEncryptionCmk, {
  compliant: [
    { props: { serverSideEncryption: { enabled: true, kmsKeyArn: key }, replicas: [replica] } },
    { props: { serverSideEncryption: { enabled: true, kmsKeyArn: key } } },
    { type: "aws:dynamodb/tableReplica:TableReplica", props: { kmsKeyArn: key } },
  ],
  violating: [
    { why: "no setting", props: { serverSideEncryption: undefined }, property: "serverSideEncryption.enabled", found: "false, so a key of AWS" },
    { why: "switched off", props: { serverSideEncryption: { enabled: false, kmsKeyArn: key } }, property: "serverSideEncryption.enabled", found: "false, so a key of AWS" },
    { why: "the AWS-managed key", props: { serverSideEncryption: { enabled: true } }, property: "serverSideEncryption.kmsKeyArn", found: "nothing, so a key of AWS" },
    { why: "a replica without a key", props: { replicas: [replica, { regionName: "us-east-2" }] }, property: "replicas[1].kmsKeyArn", found: "nothing, so a key of AWS" },
    {
      why: "a replica of its own without a key",
      fixture: { type: "aws:dynamodb/tableReplica:TableReplica" },
      property: "kmsKeyArn",
      found: "nothing, so a key of AWS",
    },
  ],
  unknown: ["serverSideEncryption", "serverSideEncryption.enabled", "replicas"],
  presence: ["serverSideEncryption.kmsKeyArn", "replicas[0].kmsKeyArn"],
});
