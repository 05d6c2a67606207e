import { defineStackRule } from "../../engine/rule.ts";

export const iamGroupHasUsers = defineStackRule({
  name: "iam-group-has-users",
  description: "Every IAM group has a user; one without is a grant that nobody owns.",
  severity: "low",
  controls: ["iam-group-has-users"],
  citations: [
    "164.308(a)(3)(i)", "164.308(a)(3)(ii)(A)", "164.308(a)(3)(ii)(B)", "164.308(a)(4)(i)", "164.308(a)(4)(ii)(A)",
    "164.308(a)(4)(ii)(B)", "164.308(a)(4)(ii)(C)", "164.312(a)(1)",
  ],
  remediation: ["Add an aws.iam.UserGroupMembership or remove the group."],
  url: "https://docs.aws.amazon.com/config/latest/developerguide/iam-group-has-users-check.html",
  resources: ["aws:iam/group:Group"],
  check: (stack) =>
    stack
      .ofType("aws:iam/group:Group")
      .filter((group) => {
        const filled = stack.referringTo(group, "group", "aws:iam/groupMembership:GroupMembership").filter(({ props }) => !props.isKnown("users") || !props.isEmpty("users"));
        return filled.length + stack.referringTo(group, "groups", "aws:iam/userGroupMembership:UserGroupMembership").length === 0;
      })
      .map(({ urn }) => ({ urn, property: "(group)", found: "no user", required: "at least one user" })),
});
