import { iamUserInGroup } from "../../../../policypack/rules/iam/iam-user-in-group.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const user = { type: "aws:iam/user:User", props: { name: "ada" } };

testStackRule(iamUserInGroup, {
  compliant: [
    { ada: user, membership: { type: "aws:iam/userGroupMembership:UserGroupMembership", props: { groups: ["auditors"] }, refs: { user: "ada.name" } } },
    { ada: user, membership: { type: "aws:iam/groupMembership:GroupMembership", props: { group: "auditors", users: ["ada"] } } },
  ],
  violating: [
    { why: "no group", change: { membership: null }, blamed: "ada", property: "(user)", found: "no group" },
    { why: "another user's group", change: { eve: { type: "aws:iam/user:User", props: { name: "eve" } } }, blamed: "eve", property: "(user)", found: "no group" },
  ],
});
