import { judgeSwitch } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const firehoseStreamEncrypted = defineRule({
  name: "firehose-stream-encrypted",
  description: "Every Firehose stream encrypts what it is sent; one that reads from Kinesis or Kafka relies on its source.",
  severity: "high",
  citations: ["164.312(a)(2)(iv)"],
  controls: ["firehose-encrypted"],
  remediation: ['Set serverSideEncryption: { enabled: true, keyType: "CUSTOMER_MANAGED_CMK", keyArn }.'],
  url: "https://docs.aws.amazon.com/firehose/latest/dev/encryption.html",
  resources: ["aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream"],
  check: ({ props }) =>
    props.has("kinesisSourceConfiguration") || props.has("mskSourceConfiguration")
      ? { notApplicable: "its source encrypts" }
      : judgeSwitch(props, "serverSideEncryption.enabled", { required: true, absent: false }),
});
