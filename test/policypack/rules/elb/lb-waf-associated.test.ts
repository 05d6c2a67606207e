import { lbWafAssociated } from "../../../../policypack/rules/elb/lb-waf-associated.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

testStackRule(lbWafAssociated, {
  compliant: [
    {
      balancer: { type: "aws:lb/loadBalancer:LoadBalancer", props: { loadBalancerType: "application" } },
      association: { type: "aws:wafv2/webAclAssociation:WebAclAssociation", refs: { resourceArn: "balancer.arn" } },
    },
    { balancer: { type: "aws:alb/loadBalancer:LoadBalancer", props: { loadBalancerType: "network" } } },
  ],
  violating: [
    { why: "none", change: { association: null }, blamed: "balancer", property: "(load balancer)", found: "no web ACL" },
    { why: "another's", change: { other: { type: "aws:alb/loadBalancer:LoadBalancer" } }, blamed: "other", property: "(load balancer)", found: "no web ACL" },
  ],
  unknown: [],
});
