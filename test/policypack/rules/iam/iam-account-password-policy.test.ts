import { iamAccountPasswordPolicy } from "../../../../policypack/rules/iam/iam-account-password-policy.ts";
import { testRule } from "../../rule-tester.ts";

const policy = {
  minimumPasswordLength: 14,
  requireLowercaseCharacters: true,
  requireUppercaseCharacters: true,
  requireNumbers: true,
  requireSymbols: true,
  passwordReusePrevention: 24,
  maxPasswordAge: 90,
};

testRule(iamAccountPasswordPolicy, {
  compliant: [{ props: policy }],
  violating: [
    { why: "short", props: { minimumPasswordLength: 13 }, property: "minimumPasswordLength", found: "13" },
    { why: "as short as AWS lets it be", props: { minimumPasswordLength: undefined }, property: "minimumPasswordLength", found: "6" },
    { why: "no digits", props: { requireNumbers: false }, property: "requireNumbers", found: "not required" },
    { why: "no symbols", props: { requireSymbols: undefined }, property: "requireSymbols", found: "not required" },
    { why: "reuse", props: { passwordReusePrevention: 23 }, property: "passwordReusePrevention", found: "23" },
    { why: "old", props: { maxPasswordAge: 91 }, property: "maxPasswordAge", found: "91" },
    { why: "no age", props: { maxPasswordAge: 0 }, property: "maxPasswordAge", found: "passwords that never expire" },
  ],
  unknown: ["minimumPasswordLength", "requireSymbols", "maxPasswordAge", "passwordReusePrevention"],
});
