import { cloudfrontWafAssociated } from "../../../../policypack/rules/cloudfront/cloudfront-waf-associated.ts";
import { testRule } from "../../rule-tester.ts";

testRule(cloudfrontWafAssociated, {
  compliant: [{ props: { webAclId: "arn:aws:wafv2:us-east-1:123456789012:global/webacl/edge/1" } }],
  violating: [
    { why: "none", props: { webAclId: undefined }, property: "webAclId", found: "no web ACL" },
    { why: "an empty one", props: { webAclId: "" }, property: "webAclId", found: "no web ACL" },
  ],
  unknown: [],
  presence: ["webAclId"],
});
