import { behaviors, DISTRIBUTION_TYPES } from "../../engine/cloudfront-parts.ts";
import { judgePresence } from "../../engine/expected-values.ts";
import type { Reader } from "../../engine/reader.ts";
import { defineRule } from "../../engine/rule.ts";

/** A list in distributions for one site, a block with `items` in those for tenants. */
function methodsOf(behavior: Reader): readonly string[] {
  return [...behavior.strings("allowedMethods"), ...(behavior.object("allowedMethods")?.strings("items") ?? [])];
}

export const cloudfrontFieldLevelEncryption = defineRule({
  name: "cloudfront-field-level-encryption",
  description: "Behaviours that take forms encrypt their sensitive fields. Advisory, as it works for HTML forms only, not for the JSON of an API.",
  severity: "low",
  level: "advisory",
  controls: ["cloudfront-field-level-encryption"],
  citations: ["164.312(a)(2)(iv)", "164.312(e)(2)(ii)"],
  remediation: ["Set fieldLevelEncryptionId to the id of an aws.cloudfront.FieldLevelEncryptionConfig."],
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/field-level-encryption.html",
  resources: DISTRIBUTION_TYPES,
  check: ({ props }) =>
    behaviors(props)
      .filter((behavior) => methodsOf(behavior).includes("POST"))
      .flatMap((behavior) => judgePresence(behavior, "fieldLevelEncryptionId", "the id of a field-level encryption")),
});
