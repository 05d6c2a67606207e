import { iamPolicyNoAdminStatements } from "../../../../policypack/rules/iam/iam-policy-no-admin-statements.ts";
import { allow, DENY_ALL, policyText } from "../../policy-text.ts";
import { testRule } from "../../rule-tester.ts";

const every = "an Allow of every action on every resource";

testRule(iamPolicyNoAdminStatements, {
  compliant: [
    { props: { policy: policyText(allow()) } },
    { props: { policy: policyText(DENY_ALL) } },
    { props: { policy: policyText(allow({ Action: "*" })) } },
    { type: "aws:iam/role:Role", props: { assumeRolePolicy: policyText() } },
  ],
  violating: [
    { why: "everything", props: { policy: policyText(allow({ Action: "*", Resource: "*" })) }, property: "policy.Statement[0]", found: every },
    { why: "everything in lists", props: { policy: policyText(allow(), allow({ Action: ["s3:Get*", "*:*"], Resource: ["*"] })) }, property: "policy.Statement[1]", found: every },
    { why: "everything but one service", props: { policy: policyText(allow({ Action: undefined, NotAction: "iam:*", Resource: "*" })) }, property: "policy.Statement[0]", found: every },
    { why: "every ARN", props: { policy: policyText(allow({ Action: "*", Resource: "arn:aws:*" })) }, property: "policy.Statement[0]", found: every },
    { why: "under a condition", props: { policy: policyText(allow({ Action: "*", Resource: "*", Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } })) }, property: "policy.Statement[0]", found: every },
    {
      why: "inline in a role",
      fixture: { type: "aws:iam/role:Role" },
      props: { inlinePolicies: [{ name: "all", policy: policyText(allow({ Action: "*", Resource: "*" })) }] },
      property: "inlinePolicies[0].policy.Statement[0]",
      found: every,
    },
    {
      why: "in a permission set",
      fixture: { type: "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy" },
      props: { inlinePolicy: policyText(allow({ Action: "*", Resource: "*" })) },
      property: "inlinePolicy.Statement[0]",
      found: every,
    },
    { why: "not JSON", props: { policy: "{" }, property: "policy", found: "a text that is not a policy document (not JSON)" },
  ],
  unknown: ["policy"],
});
