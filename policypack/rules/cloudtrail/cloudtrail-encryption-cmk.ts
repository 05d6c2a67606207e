import { defineRule } from "../../engine/rule.ts";

export const cloudtrailEncryptionCmk = defineRule({
  name: "cloudtrail-encryption-cmk",
  description: "Trails and event data stores are encrypted with a customer-managed key.",
  severity: "high",
  citations: [
    "164.308(a)(1)(ii)(B)", "164.308(a)(1)(ii)(D)", "164.308(a)(4)(ii)(A)", "164.312(a)(2)(iv)", "164.312(c)(1)", "164.312(c)(2)",
    "164.312(e)(2)(ii)", "164.314(b)(1)", "164.314(b)(2)", "164.314(b)(2)(i)", "164.314(b)(2)(ii)", "164.314(b)(2)(iii)",
    "164.314(b)(2)(iv)",
  ],
  controls: ["cloudtrail-kms-encrypted"],
  remediation: ["Set kmsKeyId to the ARN of a customer-managed key whose policy lets cloudtrail.amazonaws.com use it."],
  url: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html",
  resources: ["aws:cloudtrail/trail:Trail", "aws:cloudtrail/eventDataStore:EventDataStore"],
  check: ({ props }) =>
    props.has("kmsKeyId") ? [] : [{ property: "kmsKeyId", found: "nothing, so keys of AWS", required: "the ARN of a customer-managed key" }],
});
