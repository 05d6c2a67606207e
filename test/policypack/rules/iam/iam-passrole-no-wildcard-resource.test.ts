import { iamPassroleNoWildcardResource } from "../../../../policypack/rules/iam/iam-passrole-no-wildcard-resource.ts";
import { allow, DENY_ALL, policyText } from "../../policy-text.ts";
import { testRule } from "../../rule-tester.ts";

const pass = (Resource: unknown) => ({ policy: policyText(allow({ Action: ["ecs:RunTask", "iam:PassRole"], Resource })) });
const finding = { property: "policy.Statement[0]", found: "iam:PassRole on every role" };

testRule(iamPassroleNoWildcardResource, {
  compliant: [
    { props: pass("arn:aws:iam::123456789012:role/records-task") },
    { props: pass(["arn:aws:iam::123456789012:role/records/*", "arn:aws:ecs:us-east-1:123456789012:task-definition/*"]) },
    { props: { policy: policyText(allow({ Resource: "*" }), DENY_ALL) } },
  ],
  violating: [
    { why: "everything", props: pass("*"), ...finding },
    { why: "every role of the account", props: pass("arn:aws:iam::123456789012:role/*"), ...finding },
    { why: "every role anywhere", props: pass(["arn:aws:iam::123456789012:role/records", "arn:aws:iam::*:role/*"]), ...finding },
    { why: "by a wildcard action", props: { policy: policyText(allow({ Action: "iam:Pass*", Resource: "*" })) }, ...finding },
    { why: "all but one role", props: { policy: policyText(allow({ Action: "iam:PassRole", Resource: undefined, NotResource: "arn:aws:iam::123456789012:role/admin" })) }, ...finding },
  ],
  unknown: ["policy"],
});
