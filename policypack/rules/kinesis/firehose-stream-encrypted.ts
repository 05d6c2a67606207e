import { judgePresence, judgeSwitch } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const firehoseStreamEncrypted = defineRule({
  name: "firehose-stream-encrypted",
  description: "Every Firehose stream encrypts what it is sent with a customer-managed key; one that reads from Kinesis or Kafka relies on its source.",
  severity: "high",
  citations: ["164.312(a)(2)(iv)"],
  controls: ["firehose-encrypted"],
  remediation: ['Set serverSideEncryption: { enabled: true, keyType: "CUSTOMER_MANAGED_CMK", keyArn }.'],
  url: "https://docs.aws.amazon.com/firehose/latest/dev/encryption.html",
  resources: ["aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream"],
  check: ({ props }) => {
    if (props.has("kinesisSourceConfiguration") || props.has("mskSourceConfiguration")) {
      return { notApplicable: "its source encrypts" };
    }
    const isOff = judgeSwitch(props, "serverSideEncryption.enabled", { required: true, absent: false });
    return isOff.length > 0 ? isOff : judgePresence(props, "serverSideEncryption.keyArn", "the ARN of a customer-managed key");
  },
});
