import { wafWebAclLogged } from "../../../../policypack/rules/waf/waf-web-acl-logged.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

testStackRule(wafWebAclLogged, {
  compliant: [{ acl: { type: "aws:wafv2/webAcl:WebAcl" }, log: { type: "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", refs: { resourceArn: "acl.arn" } } }],
  violating: [
    { why: "none", change: { log: null }, blamed: "acl", property: "(web ACL)", found: "no log" },
    { why: "another's", change: { other: { type: "aws:wafv2/webAcl:WebAcl" } }, blamed: "other", property: "(web ACL)", found: "no log" },
  ],
});
