import { defineRule } from "../../engine/rule.ts";

const CLASSES = ["requireLowercaseCharacters", "requireUppercaseCharacters", "requireNumbers", "requireSymbols"];

export const iamAccountPasswordPolicy = defineRule({
  name: "iam-account-password-policy",
  description: "Passwords of IAM users have 14 characters of every class, last 90 days and do not come back within 24.",
  severity: "medium",
  controls: ["iam-account-password-policy"],
  citations: ["164.308(a)(4)(ii)(B)", "164.308(a)(4)(ii)(C)", "164.308(a)(5)(ii)(D)", "164.312(d)"],
  remediation: [
    "Set minimumPasswordLength 14, the four require… settings true, maxPasswordAge 90 and passwordReusePrevention 24.",
  ],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html",
  resources: ["aws:iam/accountPasswordPolicy:AccountPasswordPolicy"],
  check: ({ props }) => {
    const length = props.number("minimumPasswordLength") ?? 6;
    const reuse = props.number("passwordReusePrevention") ?? 0;
    // An age of 0 means that passwords never expire.
    const age = props.number("maxPasswordAge") ?? 0;
    return [
      ...(length < 14 ? [{ property: "minimumPasswordLength", found: String(length), required: "14 or more" }] : []),
      ...CLASSES.filter((name) => props.boolean(name) !== true).map((property) => ({ property, found: "not required", required: "true" })),
      ...(reuse < 24 ? [{ property: "passwordReusePrevention", found: String(reuse), required: "24" }] : []),
      ...(age < 1 || age > 90 ? [{ property: "maxPasswordAge", found: age < 1 ? "passwords that never expire" : String(age), required: "90 days or fewer" }] : []),
    ];
  },
});
