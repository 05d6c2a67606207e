import { defineRule } from "../../engine/rule.ts";

export const lbHttpRedirectsToHttps = defineRule({
  name: "lb-http-redirects-to-https",
  description: "A listener for HTTP does nothing but redirect to HTTPS.",
  severity: "high",
  controls: ["alb-http-to-https-redirect"],
  citations: [
    "164.308(a)(1)(ii)(B)", "164.308(a)(4)(ii)(A)", "164.312(a)(2)(iv)", "164.312(e)(1)", "164.312(e)(2)(i)", "164.312(e)(2)(ii)",
  ],
  remediation: ['Set protocol to "HTTPS", or make the default action a redirect with protocol "HTTPS".'],
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-update-rules.html",
  resources: ["aws:lb/listener:Listener", "aws:alb/listener:Listener"],
  check: ({ props }) => {
    // A listener of an application load balancer is for HTTP unless it says otherwise; one without a port is of a gateway load balancer.
    const protocol = props.string("protocol") ?? (props.has("port") ? "HTTP" : undefined);
    if (protocol !== "HTTP") {
      return { notApplicable: "the listener is not for HTTP" };
    }
    return props
      .objects("defaultActions")
      .filter((action) => action.string("type") !== "redirect" || action.object("redirect")?.string("protocol") !== "HTTPS")
      .map((action) => ({ property: action.pathOf("type"), found: `${action.string("type") ?? "nothing"} over HTTP`, required: 'a redirect with protocol "HTTPS"' }));
  },
});
