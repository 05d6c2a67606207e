import { defineStackRule } from "../../engine/rule.ts";

export const apigatewayWafAssociated = defineStackRule({
  name: "apigateway-waf-associated",
  description: "Every stage of a REST API is behind a web ACL.",
  severity: "high",
  controls: ["apigw-waf-associated"],
  citations: ["164.308(a)(1)(ii)(B)", "164.312(e)(1)"],
  remediation: ["Add an aws.wafv2.WebAclAssociation with the stage's ARN as resourceArn."],
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html",
  resources: ["aws:apigateway/stage:Stage"],
  check: (stack) =>
    stack
      .ofType("aws:apigateway/stage:Stage")
      .filter((stage) => stack.referringTo(stage, "resourceArn", "aws:wafv2/webAclAssociation:WebAclAssociation", "aws:wafregional/webAclAssociation:WebAclAssociation").length === 0)
      .map(({ urn }) => ({ urn, property: "(stage)", found: "no web ACL", required: "an aws.wafv2.WebAclAssociation" })),
});
