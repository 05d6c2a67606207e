import { iamNoAllowWithNotAction } from "../../../../policypack/rules/iam/iam-no-allow-with-not-action.ts";
import { allow, policyText } from "../../policy-text.ts";
import { testRule } from "../../rule-tester.ts";

testRule(iamNoAllowWithNotAction, {
  compliant: [
    { props: { policy: policyText(allow()) } },
    { props: { policy: policyText({ Effect: "Deny", NotAction: "iam:*", NotResource: "arn:aws:s3:::phi-records/*" }) } },
  ],
  violating: [
    { why: "actions by exclusion", props: { policy: policyText(allow({ Action: undefined, NotAction: "iam:*" })) }, property: "policy.Statement[0].NotAction", found: "an Allow with NotAction" },
    { why: "resources by exclusion", props: { policy: policyText(allow({ Resource: undefined, NotResource: "arn:aws:s3:::audit/*" })) }, property: "policy.Statement[0].NotResource", found: "an Allow with NotResource" },
    { why: "a single statement", props: { policy: JSON.stringify({ Statement: allow({ Action: undefined, NotAction: [] }) }) }, property: "policy.Statement[0].NotAction", found: "an Allow with NotAction" },
  ],
  unknown: ["policy"],
});
