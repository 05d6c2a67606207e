import { KEY_SETTINGS, missingKeys } from "../../engine/encryption-keys.ts";
import { defineRule } from "../../engine/rule.ts";

export const dataStoreEncryptionCmk = defineRule({
  name: "data-store-encryption-cmk",
  description: "What holds data of any service is encrypted with a customer-managed key, not with one of AWS.",
  severity: "high",
  citations: ["164.308(a)(4)(ii)(A)", "164.312(a)(2)(iv)", "164.312(e)(2)(ii)"],
  controls: [],
  remediation: ["Give the property the ARN of a customer-managed key; most services take it only when they create the resource."],
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/service-integration.html",
  resources: Object.keys(KEY_SETTINGS),
  check: ({ type, props }) => {
    const setting = KEY_SETTINGS[type];
    if (setting?.unless !== undefined && props.has(setting.unless)) {
      return { notApplicable: `it is encrypted as what ${setting.unless} names` };
    }
    return setting?.key.flatMap((path) => missingKeys(props, path)) ?? [];
  },
});
