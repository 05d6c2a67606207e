import { defineRule } from "../../engine/rule.ts";

export const kmsKeyDeletionWindow = defineRule({
  name: "kms-key-deletion-window",
  description: "A key scheduled for deletion can be saved for 30 days, and its policy cannot lock its owners out.",
  severity: "medium",
  citations: ["164.308(a)(7)(ii)(A)", "164.312(a)(2)(iv)"],
  controls: ["kms-key-deletion-window"],
  remediation: ["Remove deletionWindowInDays or set it to 30, and remove bypassPolicyLockoutSafetyCheck."],
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html",
  resources: ["aws:kms/key:Key", "aws:kms/replicaKey:ReplicaKey", "aws:kms/externalKey:ExternalKey", "aws:kms/replicaExternalKey:ReplicaExternalKey"],
  check: ({ props }) => {
    const days = props.number("deletionWindowInDays") ?? 30;
    return [
      ...(days >= 30 ? [] : [{ property: "deletionWindowInDays", found: `${String(days)} days`, required: "30 days" }]),
      ...(props.boolean("bypassPolicyLockoutSafetyCheck") === true ? [{ property: "bypassPolicyLockoutSafetyCheck", found: "true", required: "false" }] : []),
    ];
  },
});
