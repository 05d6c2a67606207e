import { iamAccountPasswordPolicy } from "../../../../policypack/rules/iam/iam-account-password-policy.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const type = "aws:iam/accountPasswordPolicy:AccountPasswordPolicy";
const policy = {
  type,
  props: {
    minimumPasswordLength: 14,
    requireLowercaseCharacters: true,
    requireUppercaseCharacters: true,
    requireNumbers: true,
    requireSymbols: true,
    passwordReusePrevention: 24,
    maxPasswordAge: 90,
  },
};
const records = { type: "aws:dynamodb/table:Table", props: { name: "records" } };
const change = (props: Readonly<Record<string, unknown>>) => ({ change: { policy: { props } }, blamed: "policy" });

testStackRule(iamAccountPasswordPolicy, {
  compliant: [{ policy }, { records }, { policy: { type, props: { ...policy.props, minimumPasswordLength: 20, maxPasswordAge: 1 } } }],
  violating: [
    { why: "short", ...change({ minimumPasswordLength: 13 }), property: "minimumPasswordLength", found: "13" },
    { why: "as short as AWS lets it be", ...change({ minimumPasswordLength: undefined }), property: "minimumPasswordLength", found: "6" },
    { why: "no digits", ...change({ requireNumbers: false }), property: "requireNumbers", found: "not required" },
    { why: "no symbols", ...change({ requireSymbols: undefined }), property: "requireSymbols", found: "not required" },
    { why: "no small letters", ...change({ requireLowercaseCharacters: undefined }), property: "requireLowercaseCharacters", found: "not required" },
    { why: "no capitals", ...change({ requireUppercaseCharacters: false }), property: "requireUppercaseCharacters", found: "not required" },
    { why: "reuse", ...change({ passwordReusePrevention: 23 }), property: "passwordReusePrevention", found: "23" },
    { why: "reuse left to the default", ...change({ passwordReusePrevention: undefined }), property: "passwordReusePrevention", found: "0" },
    { why: "old", ...change({ maxPasswordAge: 91 }), property: "maxPasswordAge", found: "91" },
    { why: "no age", ...change({ maxPasswordAge: 0 }), property: "maxPasswordAge", found: "passwords that never expire" },
    { why: "an age left to the default", ...change({ maxPasswordAge: undefined }), property: "maxPasswordAge", found: "passwords that never expire" },
  ],
  unknown: [["policy", "minimumPasswordLength"], ["policy", "requireSymbols"], ["policy", "maxPasswordAge"], ["policy", "passwordReusePrevention"]],
  configured: [
    { why: "the stack that must set it does not", stack: { records }, configuration: { owningStacks: ["test/test"] }, finding: { blamed: "records", property: "(stack)", found: `no ${type}` } },
    { why: "it does", stack: { records, policy }, configuration: { owningStacks: ["test/test"] } },
    { why: "another stack must", stack: { records }, configuration: { owningStacks: ["test/prod"] } },
  ],
});
