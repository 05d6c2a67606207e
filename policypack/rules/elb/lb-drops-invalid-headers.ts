import { judgeSwitch } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const lbDropsInvalidHeaders = defineRule({
  name: "lb-drops-invalid-headers",
  description: "Application load balancers drop headers that are not valid, by which requests are smuggled.",
  severity: "medium",
  controls: ["alb-drop-invalid-headers"],
  citations: ["164.308(a)(4)(ii)(A)", "164.312(a)(2)(iv)", "164.312(e)(1)", "164.312(e)(2)(i)", "164.312(e)(2)(ii)"],
  remediation: ["Set dropInvalidHeaderFields to true."],
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#drop-invalid-header-fields",
  resources: ["aws:lb/loadBalancer:LoadBalancer", "aws:alb/loadBalancer:LoadBalancer"],
  check: ({ props }) =>
    (props.string("loadBalancerType") ?? "application") === "application"
      ? judgeSwitch(props, "dropInvalidHeaderFields", { required: true, absent: false })
      : { notApplicable: "the load balancer reads no headers" },
});
