import { iamNoInlinePolicy } from "../../../../policypack/rules/iam/iam-no-inline-policy.ts";
import { allow, policyText } from "../../policy-text.ts";
import { testRule } from "../../rule-tester.ts";

const inline = { name: "read", policy: policyText(allow()) };

testRule(iamNoInlinePolicy, {
  compliant: [
    { props: { assumeRolePolicy: policyText(), inlinePolicies: [] } },
    { props: { assumeRolePolicy: policyText() } },
    { props: { inlinePolicies: [{}] } },
  ],
  violating: [
    { why: "in the role itself", props: { inlinePolicies: [inline] }, property: "inlinePolicies[0]", found: "an inline policy" },
    { why: "beside a role", fixture: { type: "aws:iam/rolePolicy:RolePolicy" }, props: inline, property: "policy", found: "an inline policy" },
    { why: "on a user", fixture: { type: "aws:iam/userPolicy:UserPolicy" }, props: inline, property: "policy", found: "an inline policy" },
    { why: "on a group", fixture: { type: "aws:iam/groupPolicy:GroupPolicy" }, props: inline, property: "policy", found: "an inline policy" },
  ],
  unknown: ["inlinePolicies"],
});
