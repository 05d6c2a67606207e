import { defineStackRule, type StackResource } from "../../engine/rule.ts";

const REQUIRED = "ELBSecurityPolicy-TLS-1-2-2017-01";

function isRequired({ props }: StackResource, property: string): boolean {
  return props.objects(property).some((attribute) => attribute.string("name") === "Reference-Security-Policy" && attribute.string("value") === REQUIRED);
}

function sharesName(listener: StackResource, policy: StackResource): boolean {
  const names = policy.props.knownStrings("policyName");
  return listener.props.knownStrings("policyNames").some((name) => names.includes(name));
}

export const classicLbTls12Policy = defineStackRule({
  name: "classic-lb-tls12-policy",
  description: "A classic load balancer uses AWS's policy for TLS 1.2.",
  severity: "high",
  controls: ["clb-predefined-tls-policy"],
  citations: ["164.312(a)(2)(iv)", "164.312(e)(1)", "164.312(e)(2)(ii)"],
  remediation: [
    "Add an aws.elb.LoadBalancerPolicy of the type SSLNegotiationPolicyType with Reference-Security-Policy ELBSecurityPolicy-TLS-1-2-2017-01.",
    "Attach it with an aws.elb.ListenerPolicy.",
  ],
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-security-policy-table.html",
  resources: ["aws:elb/loadBalancer:LoadBalancer"],
  check: (stack) =>
    stack.ofType("aws:elb/loadBalancer:LoadBalancer").flatMap((balancer) => {
      const negotiated = stack.referringTo(balancer, "loadBalancer", "aws:elb/sslNegotiationPolicy:SslNegotiationPolicy").some((policy) => isRequired(policy, "attributes"));
      const attached = stack.referringTo(balancer, "loadBalancerName", "aws:elb/listenerPolicy:ListenerPolicy");
      const named = stack
        .referringTo(balancer, "loadBalancerName", "aws:elb/loadBalancerPolicy:LoadBalancerPolicy")
        .some((policy) => isRequired(policy, "policyAttributes") && attached.some((listener) => stack.refersTo(listener, "policyNames", policy) || sharesName(listener, policy)));
      return negotiated || named ? [] : [{ urn: balancer.urn, property: "(listeners)", found: "no TLS policy, or another", required: REQUIRED }];
    }),
});
