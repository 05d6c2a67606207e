import { iamGroupHasUsers } from "../../../../policypack/rules/iam/iam-group-has-users.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const group = { type: "aws:iam/group:Group", props: { name: "auditors" } };

testStackRule(iamGroupHasUsers, {
  compliant: [
    { auditors: group, membership: { type: "aws:iam/groupMembership:GroupMembership", props: { users: ["ada"] }, refs: { group: "auditors.name" } } },
    { auditors: group, membership: { type: "aws:iam/userGroupMembership:UserGroupMembership", props: { user: "ada", groups: ["auditors"] } } },
  ],
  violating: [
    { why: "nobody", change: { membership: null }, blamed: "auditors", property: "(group)", found: "no user" },
    { why: "an empty list", change: { membership: { props: { users: [] } } }, blamed: "auditors", property: "(group)", found: "no user" },
  ],
  presence: [["membership", "users"]],
});
