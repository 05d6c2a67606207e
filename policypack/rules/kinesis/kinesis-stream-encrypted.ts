import { judgeText } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const kinesisStreamEncrypted = defineRule({
  name: "kinesis-stream-encrypted",
  description: "Every Kinesis stream is encrypted with a KMS key.",
  severity: "high",
  citations: ["164.312(a)(2)(iv)", "164.312(e)(2)(ii)"],
  controls: ["kinesis-stream-encrypted"],
  remediation: ['Set encryptionType: "KMS" and kmsKeyId to a customer-managed key.'],
  url: "https://docs.aws.amazon.com/streams/latest/dev/server-side-encryption.html",
  resources: ["aws:kinesis/stream:Stream"],
  check: ({ props }) => judgeText(props, "encryptionType", { allowed: ["KMS"], absent: "NONE" }),
});
