import { defineRule } from "../../engine/rule.ts";

export const snsTopicEncryptionCmk = defineRule({
  name: "sns-topic-encryption-cmk",
  description: "Topics are encrypted with a customer-managed key.",
  severity: "high",
  citations: ["164.308(a)(1)(ii)(B)", "164.308(a)(4)(ii)(A)", "164.312(a)(2)(iv)", "164.312(e)(2)(ii)"],
  controls: ["sns-kms"],
  remediation: ["Set kmsMasterKeyId to the ARN or alias of a customer-managed key whose policy lets the publishers use it."],
  url: "https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html",
  resources: ["aws:sns/topic:Topic"],
  check: ({ props }) => {
    const key = props.isKnown("kmsMasterKeyId") ? props.string("kmsMasterKeyId") : undefined;
    const managed = key === "alias/aws/sns" || (key ?? "given") === "";
    return props.has("kmsMasterKeyId") && !managed
      ? []
      : [{ property: "kmsMasterKeyId", found: key ?? "nothing", required: "a customer-managed key" }];
  },
});
