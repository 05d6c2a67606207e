import { defineRule } from "../../engine/rule.ts";

export const lbTargetGroupEncrypted = defineRule({
  name: "lb-target-group-encrypted",
  description: "Load balancers speak TLS to what stands behind them, too.",
  severity: "high",
  citations: ["164.312(e)(1)", "164.312(e)(2)(ii)"],
  controls: [],
  remediation: ["Set protocol to HTTPS on the target group, or TLS behind a network load balancer, and let the workload present a certificate."],
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html",
  resources: ["aws:lb/targetGroup:TargetGroup", "aws:alb/targetGroup:TargetGroup"],
  check: ({ props }) => {
    if (props.string("targetType") === "lambda" || props.string("targetType") === "alb") {
      return { notApplicable: "a function is called by AWS over TLS, and a load balancer has listeners of its own" };
    }
    // TCP passes on what the client and the workload agree on, which may be TLS from end to end.
    const protocol = props.string("protocol");
    return protocol === "HTTP" ? [{ property: "protocol", found: protocol, required: "HTTPS" }] : [];
  },
});
