import { iamUserNoDirectPolicies } from "../../../../policypack/rules/iam/iam-user-no-direct-policies.ts";
import { testRule } from "../../rule-tester.ts";

const direct = { property: "(resource)", found: "a policy of a user" };

testRule(iamUserNoDirectPolicies, {
  compliant: [
    { props: { policyArn: "arn:aws:iam::123456789012:policy/read", roles: ["records"], users: [] } },
    { props: { policyArn: "arn:aws:iam::123456789012:policy/read", groups: ["auditors"] } },
    { type: "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive", props: { userName: "ada", policyArns: [] } },
  ],
  violating: [
    { why: "among others", props: { users: ["ada"] }, property: "users", found: "a policy attached to users" },
    { why: "attached", fixture: { type: "aws:iam/userPolicyAttachment:UserPolicyAttachment" }, props: { user: "ada" }, ...direct },
    { why: "inline", fixture: { type: "aws:iam/userPolicy:UserPolicy" }, props: { user: "ada" }, ...direct },
    { why: "as the list of all", fixture: { type: "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive" }, props: { policyArns: ["arn"] }, ...direct },
  ],
  unknown: ["users"],
});
