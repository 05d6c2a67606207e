import { defineStackRule } from "../../engine/rule.ts";

export const wafWebAclLogged = defineStackRule({
  name: "waf-web-acl-logged",
  description: "Web ACLs log what they let through and what they block.",
  severity: "medium",
  controls: ["wafv2-logging"],
  citations: ["164.308(a)(1)(ii)(D)", "164.308(a)(4)(ii)(A)", "164.312(b)"],
  remediation: ["Add an aws.wafv2.WebAclLoggingConfiguration with the web ACL's ARN as resourceArn."],
  url: "https://docs.aws.amazon.com/waf/latest/developerguide/logging.html",
  resources: ["aws:wafv2/webAcl:WebAcl"],
  check: (stack) =>
    stack
      .ofType("aws:wafv2/webAcl:WebAcl")
      .filter((acl) => stack.referringTo(acl, "resourceArn", "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration").length === 0)
      .map(({ urn }) => ({ urn, property: "(web ACL)", found: "no log", required: "an aws.wafv2.WebAclLoggingConfiguration" })),
});
