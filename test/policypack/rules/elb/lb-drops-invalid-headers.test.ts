import { lbDropsInvalidHeaders } from "../../../../policypack/rules/elb/lb-drops-invalid-headers.ts";
import { testRule } from "../../rule-tester.ts";

testRule(lbDropsInvalidHeaders, {
  compliant: [{ props: { loadBalancerType: "application", dropInvalidHeaderFields: true } }, { type: "aws:alb/loadBalancer:LoadBalancer", props: { dropInvalidHeaderFields: true } }],
  violating: [
    { why: "off", props: { dropInvalidHeaderFields: false }, property: "dropInvalidHeaderFields", found: "false" },
    { why: "as AWS makes it", props: { loadBalancerType: undefined, dropInvalidHeaderFields: undefined }, property: "dropInvalidHeaderFields", found: "nothing, so false" },
  ],
  unknown: ["loadBalancerType", "dropInvalidHeaderFields"],
  notApplicable: [{ why: "a network load balancer", props: { loadBalancerType: "network" } }],
});
