import { defineRule } from "../../engine/rule.ts";

export const cloudwatchLogGroupEncryptionCmk = defineRule({
  name: "cloudwatch-log-group-encryption-cmk",
  description: "Log groups are encrypted with a customer-managed key.",
  severity: "high",
  citations: ["164.308(a)(1)(ii)(B)", "164.308(a)(4)(ii)(A)", "164.312(a)(2)(iv)", "164.312(e)(2)(ii)"],
  controls: ["cloudwatch-log-group-kms-encrypted"],
  remediation: ["Set kmsKeyId to the ARN of a customer-managed key whose policy lets logs.<region>.amazonaws.com use it."],
  url: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html",
  resources: ["aws:cloudwatch/logGroup:LogGroup"],
  check: ({ props }) =>
    props.has("kmsKeyId") ? [] : [{ property: "kmsKeyId", found: "nothing, so keys of AWS", required: "the ARN of a customer-managed key" }],
});
