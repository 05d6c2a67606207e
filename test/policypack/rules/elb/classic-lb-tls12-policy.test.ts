import { classicLbTls12Policy } from "../../../../policypack/rules/elb/classic-lb-tls12-policy.ts";
import type { StackFixture } from "../../stack-fixture.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const attribute = (value: string) => [{ name: "Reference-Security-Policy", value }];
const required = attribute("ELBSecurityPolicy-TLS-1-2-2017-01");
const balancer = { type: "aws:elb/loadBalancer:LoadBalancer", props: { name: "old" } };
const stack: StackFixture = {
  balancer,
  policy: {
    type: "aws:elb/loadBalancerPolicy:LoadBalancerPolicy",
    props: { policyName: "tls", policyTypeName: "SSLNegotiationPolicyType", policyAttributes: required },
    refs: { loadBalancerName: "balancer.name" },
  },
  listener: { type: "aws:elb/listenerPolicy:ListenerPolicy", props: { loadBalancerPort: 443, policyNames: ["tls"] }, refs: { loadBalancerName: "balancer.name" } },
};
const missing = { blamed: "balancer", property: "(listeners)", found: "no TLS policy, or another" };

testStackRule(classicLbTls12Policy, {
  compliant: [
    stack,
    { balancer, negotiation: { type: "aws:elb/sslNegotiationPolicy:SslNegotiationPolicy", props: { attributes: required }, refs: { loadBalancer: "balancer.id" } } },
  ],
  violating: [
    { why: "another policy", change: { policy: { props: { policyAttributes: attribute("ELBSecurityPolicy-2016-08") } } }, ...missing },
    { why: "not attached", change: { listener: null }, ...missing },
    { why: "none", of: 1, change: { negotiation: null }, ...missing },
  ],
  unknown: [["policy", "policyAttributes"]],
});
