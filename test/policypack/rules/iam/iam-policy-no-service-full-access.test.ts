import { iamPolicyNoServiceFullAccess } from "../../../../policypack/rules/iam/iam-policy-no-service-full-access.ts";
import { allow, DENY_ALL, policyText } from "../../policy-text.ts";
import { testRule } from "../../rule-tester.ts";

testRule(iamPolicyNoServiceFullAccess, {
  compliant: [{ props: { policy: policyText(allow({ Action: ["s3:Get*", "kms:Decrypt"] })) } }, { props: { policy: policyText(DENY_ALL) } }],
  violating: [
    { why: "a whole service", props: { policy: policyText(allow({ Action: "s3:*" })) }, property: "policy.Statement[0]", found: "an Allow of every s3 action" },
    { why: "a whole service in other letters", props: { policy: policyText(allow({ Action: ["kms:Decrypt", "KMS:**"] })) }, property: "policy.Statement[0]", found: "an Allow of every kms action" },
    { why: "everything", props: { policy: policyText(allow({ Action: "*" })) }, property: "policy.Statement[0]", found: "an Allow of every action" },
    { why: "all but one action", props: { policy: policyText(allow({ Action: undefined, NotAction: "iam:CreateUser" })) }, property: "policy.Statement[0]", found: "an Allow of every action" },
  ],
  unknown: ["policy"],
});
