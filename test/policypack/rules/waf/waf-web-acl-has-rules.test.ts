import { wafWebAclHasRules } from "../../../../policypack/rules/waf/waf-web-acl-has-rules.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const acl = (props: object) => ({ type: "aws:wafv2/webAcl:WebAcl", props: { scope: "REGIONAL", ...props } });

testStackRule(wafWebAclHasRules, {
  compliant: [
    { acl: acl({ rules: [{ name: "common", priority: 1 }] }) },
    { acl: acl({ ruleJson: "[{}]" }) },
    { acl: acl({}), rule: { type: "aws:wafv2/webAclRule:WebAclRule", refs: { webAclArn: "acl.arn" } } },
  ],
  violating: [
    { why: "none", change: { acl: acl({ rules: [] }) }, blamed: "acl", property: "rules", found: "no rule" },
    { why: "not given", of: 2, change: { rule: null }, blamed: "acl", property: "rules", found: "no rule" },
  ],
});
