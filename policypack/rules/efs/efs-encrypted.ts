import { defineRule } from "../../engine/rule.ts";

export const efsEncrypted = defineRule({
  name: "efs-encrypted",
  description: "File systems are encrypted with a customer-managed key.",
  severity: "high",
  citations: ["164.308(a)(1)(ii)(B)", "164.308(a)(4)(ii)(A)", "164.312(a)(2)(iv)", "164.312(e)(2)(ii)"],
  controls: ["efs-encrypted"],
  remediation: ["Set encrypted: true and kmsKeyId to the ARN of a customer-managed key; an existing file system must be replaced."],
  url: "https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html",
  resources: ["aws:efs/fileSystem:FileSystem"],
  check: ({ props }) => {
    const encrypted = props.boolean("encrypted") ?? false;
    if (!encrypted) {
      return [{ property: "encrypted", found: "false", required: "true" }];
    }
    return props.has("kmsKeyId") ? [] : [{ property: "kmsKeyId", found: "nothing, so the AWS-managed key", required: "the ARN of a customer-managed key" }];
  },
});
