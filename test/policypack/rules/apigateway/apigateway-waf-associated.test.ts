import { apigatewayWafAssociated } from "../../../../policypack/rules/apigateway/apigateway-waf-associated.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

testStackRule(apigatewayWafAssociated, {
  compliant: [{ stage: { type: "aws:apigateway/stage:Stage" }, association: { type: "aws:wafv2/webAclAssociation:WebAclAssociation", refs: { resourceArn: "stage.arn" } } }],
  violating: [
    { why: "none", change: { association: null }, blamed: "stage", property: "(stage)", found: "no web ACL" },
    { why: "another's", change: { other: { type: "aws:apigateway/stage:Stage" } }, blamed: "other", property: "(stage)", found: "no web ACL" },
  ],
});
