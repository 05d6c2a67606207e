import { defineRule } from "../../engine/rule.ts";

export const classicLbTlsListeners = defineRule({
  name: "classic-lb-tls-listeners",
  description: "A classic load balancer listens for HTTPS and SSL only.",
  severity: "high",
  controls: ["clb-tls-listeners-only"],
  citations: [
    "164.308(a)(1)(ii)(B)", "164.308(a)(4)(ii)(A)", "164.312(a)(2)(iv)", "164.312(c)(1)", "164.312(e)(1)", "164.312(e)(2)(i)",
    "164.312(e)(2)(ii)", "164.314(b)(1)", "164.314(b)(2)", "164.314(b)(2)(i)", "164.314(b)(2)(ii)", "164.314(b)(2)(iii)",
    "164.314(b)(2)(iv)",
  ],
  remediation: ['Set lbProtocol of each listener to "https" or "ssl".'],
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-listener-config.html",
  resources: ["aws:elb/loadBalancer:LoadBalancer"],
  check: ({ props }) =>
    props.objects("listeners")
      .filter((listener) => !["https", "ssl"].includes((listener.string("lbProtocol") ?? "").toLowerCase()))
      .map((listener) => ({ property: listener.pathOf("lbProtocol"), found: listener.string("lbProtocol") ?? "nothing", required: '"https" or "ssl"' })),
});
