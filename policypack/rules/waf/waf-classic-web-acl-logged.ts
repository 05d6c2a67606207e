import { judgePresence } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const wafClassicWebAclLogged = defineRule({
  name: "waf-classic-web-acl-logged",
  description: "Web ACLs of WAF Classic log what they let through and what they block.",
  severity: "medium",
  controls: ["waf-classic-logging"],
  citations: ["164.308(a)(1)(ii)(D)", "164.308(a)(4)(ii)(A)", "164.312(b)"],
  remediation: ["Set loggingConfiguration.logDestination to the ARN of a Firehose stream, or move to aws.wafv2.WebAcl."],
  url: "https://docs.aws.amazon.com/waf/latest/developerguide/classic-logging.html",
  resources: ["aws:waf/webAcl:WebAcl", "aws:wafregional/webAcl:WebAcl"],
  check: ({ props }) =>
    props.has("loggingConfiguration") && !props.isKnown("loggingConfiguration") ? [] : judgePresence(props, "loggingConfiguration.logDestination", "the ARN of a Firehose stream"),
});
