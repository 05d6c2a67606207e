import { defineStackRule } from "../../engine/rule.ts";

const MEMBERSHIPS = { ofUser: "aws:iam/userGroupMembership:UserGroupMembership", ofGroup: "aws:iam/groupMembership:GroupMembership" };

export const iamUserInGroup = defineStackRule({
  name: "iam-user-in-group",
  description: "Every IAM user belongs to a group, which carries the permissions.",
  severity: "medium",
  controls: ["iam-user-in-group"],
  citations: [
    "164.308(a)(3)(i)", "164.308(a)(3)(ii)(A)", "164.308(a)(3)(ii)(B)", "164.308(a)(4)(i)", "164.308(a)(4)(ii)(A)",
    "164.308(a)(4)(ii)(B)", "164.308(a)(4)(ii)(C)", "164.312(a)(1)",
  ],
  remediation: ["Add an aws.iam.UserGroupMembership for the user, or replace the user by a role."],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html",
  resources: ["aws:iam/user:User"],
  check: (stack) =>
    stack
      .ofType("aws:iam/user:User")
      .filter((user) => stack.referringTo(user, "user", MEMBERSHIPS.ofUser).length + stack.referringTo(user, "users", MEMBERSHIPS.ofGroup).length === 0)
      .map(({ urn }) => ({ urn, property: "(user)", found: "no group", required: "membership in a group" })),
});
