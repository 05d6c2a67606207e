import { absence, OWNING_STACKS } from "../../engine/account-services.ts";
import { DATA_STORE_TYPES } from "../../engine/data-stores.ts";
import type { Reader } from "../../engine/reader.ts";
import { defineStackRule, type Finding } from "../../engine/rule.ts";

const POLICY = "aws:iam/accountPasswordPolicy:AccountPasswordPolicy";

const CLASSES = ["requireLowercaseCharacters", "requireUppercaseCharacters", "requireNumbers", "requireSymbols"];

/** AWS's own policy has 6 characters of any kind, for ever; an age of 0 means for ever as well. */
function weaknesses(props: Reader): readonly Finding[] {
  const length = props.number("minimumPasswordLength") ?? 6;
  const reuse = props.number("passwordReusePrevention") ?? 0;
  const age = props.number("maxPasswordAge") ?? 0;
  return [
    ...(length < 14 ? [{ property: "minimumPasswordLength", found: String(length), required: "14 or more" }] : []),
    ...CLASSES.filter((name) => props.boolean(name) !== true).map((property) => ({ property, found: "not required", required: "true" })),
    ...(reuse < 24 ? [{ property: "passwordReusePrevention", found: String(reuse), required: "24" }] : []),
    ...(age < 1 || age > 90 ? [{ property: "maxPasswordAge", found: age < 1 ? "passwords that never expire" : String(age), required: "90 days or fewer" }] : []),
  ];
}

export const iamAccountPasswordPolicy = defineStackRule({
  name: "iam-account-password-policy",
  description: "Passwords of IAM users have 14 characters of every class, last 90 days and do not come back within 24.",
  severity: "medium",
  controls: ["iam-account-password-policy"],
  citations: ["164.308(a)(4)(ii)(B)", "164.308(a)(4)(ii)(C)", "164.308(a)(5)(ii)(D)", "164.312(d)"],
  remediation: [
    "Set minimumPasswordLength 14, the four require… settings true, maxPasswordAge 90 and passwordReusePrevention 24.",
  ],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html",
  parameters: OWNING_STACKS,
  resources: [POLICY, ...DATA_STORE_TYPES],
  check: (stack, settings) => [
    ...absence(stack, settings, [POLICY], "an aws.iam.AccountPasswordPolicy"),
    ...stack.ofType(POLICY).flatMap(({ urn, props }) => weaknesses(props).map((finding) => ({ urn, ...finding }))),
  ],
});
