import { defineRule } from "../../engine/rule.ts";

export const iamNoInlinePolicy = defineRule({
  name: "iam-no-inline-policy",
  description: "Users, groups and roles carry no inline policy, so that every permission is a policy that can be listed and reviewed.",
  severity: "medium",
  controls: ["iam-no-inline-policy"],
  citations: [
    "164.308(a)(3)(i)", "164.308(a)(3)(ii)(A)", "164.308(a)(3)(ii)(B)", "164.308(a)(4)(i)", "164.308(a)(4)(ii)(A)",
    "164.308(a)(4)(ii)(B)", "164.308(a)(4)(ii)(C)", "164.312(a)(1)",
  ],
  remediation: [
    "Create an aws.iam.Policy and attach it with aws.iam.RolePolicyAttachment or aws.iam.GroupPolicyAttachment.",
  ],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html",
  resources: [
    "aws:iam/role:Role",
    "aws:iam/rolePolicy:RolePolicy",
    "aws:iam/userPolicy:UserPolicy",
    "aws:iam/groupPolicy:GroupPolicy",
  ],
  check: ({ type, props }) => {
    const required = "a managed policy, attached";
    if (type !== "aws:iam/role:Role") {
      return [{ property: "policy", found: "an inline policy", required }];
    }
    // A list of one empty object is the provider's way of saying "remove every inline policy".
    const inline = props.objects("inlinePolicies").filter((entry) => entry.has("policy"));
    return inline.map(({ path }) => ({ property: path, found: "an inline policy", required }));
  },
});
