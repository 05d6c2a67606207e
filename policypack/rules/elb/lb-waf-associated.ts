import { isGiven } from "../../engine/given-values.ts";
import { defineStackRule } from "../../engine/rule.ts";

export const lbWafAssociated = defineStackRule({
  name: "lb-waf-associated",
  description: "Every application load balancer is behind a web ACL.",
  severity: "high",
  controls: ["alb-waf-associated"],
  citations: ["164.308(a)(1)(ii)(B)", "164.312(e)(1)"],
  remediation: ["Add an aws.wafv2.WebAclAssociation with the load balancer's ARN as resourceArn."],
  url: "https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-associating-aws-resource.html",
  resources: ["aws:lb/loadBalancer:LoadBalancer", "aws:alb/loadBalancer:LoadBalancer"],
  check: (stack) =>
    stack
      .ofType("aws:lb/loadBalancer:LoadBalancer", "aws:alb/loadBalancer:LoadBalancer")
      .filter((balancer) => (isGiven(balancer, "loadBalancerType") ? balancer.props.string("loadBalancerType") : "application") === "application")
      .filter((balancer) => stack.referringTo(balancer, "resourceArn", "aws:wafv2/webAclAssociation:WebAclAssociation", "aws:wafregional/webAclAssociation:WebAclAssociation").length === 0)
      .map(({ urn }) => ({ urn, property: "(load balancer)", found: "no web ACL", required: "an aws.wafv2.WebAclAssociation" })),
});
