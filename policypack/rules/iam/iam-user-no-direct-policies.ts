import { defineRule } from "../../engine/rule.ts";

export const iamUserNoDirectPolicies = defineRule({
  name: "iam-user-no-direct-policies",
  description: "Policies are attached to groups and roles, never to users.",
  severity: "medium",
  controls: ["iam-user-no-direct-policies"],
  citations: [
    "164.308(a)(3)(i)", "164.308(a)(3)(ii)(A)", "164.308(a)(3)(ii)(B)", "164.308(a)(4)(i)", "164.308(a)(4)(ii)(A)",
    "164.308(a)(4)(ii)(B)", "164.308(a)(4)(ii)(C)", "164.312(a)(1)",
  ],
  remediation: ["Put the user in a group and attach the policy to the group, or let the person take a role."],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
  resources: [
    "aws:iam/policyAttachment:PolicyAttachment",
    "aws:iam/userPolicy:UserPolicy",
    "aws:iam/userPolicyAttachment:UserPolicyAttachment",
    "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive",
  ],
  check: ({ type, props }) => {
    if (type === "aws:iam/policyAttachment:PolicyAttachment") {
      return props.isEmpty("users") ? [] : [{ property: "users", found: "a policy attached to users", required: "groups or roles" }];
    }
    const removesAll = type === "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive" && props.isEmpty("policyArns");
    return removesAll ? [] : [{ property: "(resource)", found: "a policy of a user", required: "a policy of a group or role" }];
  },
});
