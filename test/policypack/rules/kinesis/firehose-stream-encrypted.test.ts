import { firehoseStreamEncrypted } from "../../../../policypack/rules/kinesis/firehose-stream-encrypted.ts";
import { testRule } from "../../rule-tester.ts";

testRule(firehoseStreamEncrypted, {
  compliant: [{ props: { serverSideEncryption: { enabled: true, keyType: "CUSTOMER_MANAGED_CMK", keyArn: "arn:aws:kms:us-east-1:123456789012:key/events" } } }],
  violating: [
    { why: "switched off", props: { serverSideEncryption: { enabled: false } }, property: "serverSideEncryption.enabled", found: "false" },
    { why: "left to the default", props: { serverSideEncryption: undefined }, property: "serverSideEncryption.enabled", found: "nothing, so false" },
    { why: "a key of AWS", props: { serverSideEncryption: { enabled: true } }, property: "serverSideEncryption.keyArn", found: "nothing" },
  ],
  unknown: ["serverSideEncryption", "serverSideEncryption.enabled"],
  presence: ["serverSideEncryption.keyArn"],
  notApplicable: [
    { why: "fed by a Kinesis stream", props: { kinesisSourceConfiguration: { kinesisStreamArn: "arn:aws:kinesis:us-east-1:123456789012:stream/events" } } },
    { why: "fed by Kafka", props: { mskSourceConfiguration: { topicName: "events" } } },
  ],
});
