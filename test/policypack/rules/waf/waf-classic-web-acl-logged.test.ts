import { wafClassicWebAclLogged } from "../../../../policypack/rules/waf/waf-classic-web-acl-logged.ts";
import { testRule } from "../../rule-tester.ts";

testRule(wafClassicWebAclLogged, {
  compliant: [{ props: { loggingConfiguration: { logDestination: "arn:aws:firehose:us-east-1:123456789012:deliverystream/aws-waf-logs" } } }],
  violating: [
    { why: "none", props: { loggingConfiguration: undefined }, property: "loggingConfiguration.logDestination", found: "nothing" },
    { why: "a regional one", fixture: { type: "aws:wafregional/webAcl:WebAcl" }, props: { loggingConfiguration: {} }, property: "loggingConfiguration.logDestination", found: "nothing" },
  ],
  unknown: [],
  presence: ["loggingConfiguration", "loggingConfiguration.logDestination"],
});
