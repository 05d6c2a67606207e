import { defineRule } from "../../engine/rule.ts";

const ARN_PROPERTIES = ["policyArn", "policyArns", "managedPolicyArn", "managedPolicyArns"];
const ADMINISTRATORS = /^(?:AdministratorAccess.*|PowerUserAccess|IAMFullAccess|job-function\/(?:SystemAdministrator|DatabaseAdministrator|NetworkAdministrator))$/u;

export const iamNoAdministratorManagedPolicy = defineRule({
  name: "iam-no-administrator-managed-policy",
  description: "None of AWS's administrator policies is attached to a user, group, role or permission set.",
  severity: "critical",
  controls: ["iam-no-aws-admin-managed-policy"],
  citations: [
    "164.308(a)(1)(ii)(B)", "164.308(a)(3)(i)", "164.308(a)(3)(ii)(B)", "164.308(a)(4)(i)", "164.308(a)(4)(ii)(B)",
    "164.308(a)(4)(ii)(C)", "164.312(a)(1)",
  ],
  remediation: ["Attach a policy of your own that lists what the role does."],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_job-functions.html",
  resources: [
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    "aws:iam/userPolicyAttachment:UserPolicyAttachment",
    "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
    "aws:iam/policyAttachment:PolicyAttachment",
    "aws:iam/role:Role",
    "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
    "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive",
    "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive",
    "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment",
    "aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive",
  ],
  check: ({ props }) =>
    // AWS's policies have literal ARNs; one that is not known yet is of a policy in the program, judged by itself.
    ARN_PROPERTIES.flatMap((property) =>
      props
        .knownStrings(property)
        .map((arn) => /^arn:[^:]+:iam::aws:policy\/(.+)$/u.exec(arn)?.[1])
        .filter((name) => name !== undefined && ADMINISTRATORS.test(name))
        .map((name) => ({ property, found: String(name), required: "a policy that lists what is needed" })),
    ),
});
