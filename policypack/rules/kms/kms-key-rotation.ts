import { defineRule } from "../../engine/rule.ts";

export const kmsKeyRotation = defineRule({
  name: "kms-key-rotation",
  description: "Symmetric keys rotate once a year or more often.",
  severity: "medium",
  citations: ["164.312(a)(2)(iv)"],
  controls: ["kms-key-rotation"],
  remediation: ["Set enableKeyRotation: true; leave rotationPeriodInDays out or at 365 at most."],
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html",
  resources: ["aws:kms/key:Key"],
  check: ({ props }) => {
    const spec = props.string("customerMasterKeySpec") ?? "SYMMETRIC_DEFAULT";
    if (spec !== "SYMMETRIC_DEFAULT" || props.has("customKeyStoreId")) {
      return { notApplicable: "KMS rotates only symmetric encryption keys whose material it holds" };
    }
    if (props.boolean("enableKeyRotation") !== true) {
      return [{ property: "enableKeyRotation", found: "false", required: "true" }];
    }
    const days = props.number("rotationPeriodInDays") ?? 365;
    return days <= 365 ? [] : [{ property: "rotationPeriodInDays", found: `${String(days)} days`, required: "at most 365 days" }];
  },
});
