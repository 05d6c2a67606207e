import { judgeSwitch } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const lbAccessLogsEnabled = defineRule({
  name: "lb-access-logs-enabled",
  description: "Load balancers write every request to a bucket.",
  severity: "medium",
  controls: ["elb-access-logging"],
  citations: ["164.308(a)(1)(ii)(D)", "164.308(a)(3)(ii)(A)", "164.308(a)(6)(ii)", "164.312(b)"],
  remediation: ["Set accessLogs with the bucket, and enabled: true."],
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html",
  resources: [
    "aws:lb/loadBalancer:LoadBalancer",
    "aws:alb/loadBalancer:LoadBalancer",
    "aws:elb/loadBalancer:LoadBalancer",
  ],
  check: ({ type, props }) => {
    if (props.string("loadBalancerType") === "gateway") {
      return { notApplicable: "gateway load balancers write no access logs" };
    }
    // Only the logs of a classic load balancer are on once a bucket is given.
    return judgeSwitch(props, "accessLogs.enabled", { required: true, absent: type === "aws:elb/loadBalancer:LoadBalancer" && props.has("accessLogs") });
  },
});
