import { defineRule } from "../../engine/rule.ts";

export const sqsQueueEncryptionCmk = defineRule({
  name: "sqs-queue-encryption-cmk",
  description: "Queues are encrypted with a customer-managed key.",
  severity: "medium",
  citations: ["164.312(a)(2)(iv)"],
  controls: ["sqs-encrypted"],
  remediation: ["Set kmsMasterKeyId to the ARN or alias of a customer-managed key whose policy lets the publishers use it."],
  url: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html",
  resources: ["aws:sqs/queue:Queue"],
  check: ({ props }) => {
    const key = props.isKnown("kmsMasterKeyId") ? props.string("kmsMasterKeyId") : undefined;
    const managed = key === "alias/aws/sqs" || (key ?? "given") === "";
    return props.has("kmsMasterKeyId") && !managed
      ? []
      : [{ property: "kmsMasterKeyId", found: key ?? "nothing", required: "a customer-managed key" }];
  },
});
