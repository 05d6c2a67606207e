import { isGiven } from "../../engine/given-values.ts";
import { defineStackRule } from "../../engine/rule.ts";

export const wafWebAclHasRules = defineStackRule({
  name: "waf-web-acl-has-rules",
  description: "A web ACL has rules; one without lets everything through, or nothing.",
  severity: "medium",
  controls: ["wafv2-web-acl-not-empty"],
  citations: ["164.308(a)(1)(ii)(B)"],
  remediation: ["Add rules, at least AWSManagedRulesCommonRuleSet."],
  url: "https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-processing.html",
  resources: ["aws:wafv2/webAcl:WebAcl"],
  check: (stack) =>
    stack
      .ofType("aws:wafv2/webAcl:WebAcl")
      .filter((acl) => ["rules", "ruleJson"].every((name) => !isGiven(acl, name) || (acl.props.isKnown(name) && acl.props.isEmpty(name))))
      .filter((acl) => stack.referringTo(acl, "webAclArn", "aws:wafv2/webAclRule:WebAclRule", "aws:wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation").length === 0)
      .map(({ urn }) => ({ urn, property: "rules", found: "no rule", required: "at least one" })),
});
