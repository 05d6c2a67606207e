import { judgeSwitch } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const lbDeletionProtection = defineRule({
  name: "lb-deletion-protection",
  description: "A load balancer cannot be deleted before its protection is taken off.",
  severity: "medium",
  controls: ["elbv2-deletion-protection"],
  citations: ["164.308(a)(1)(ii)(B)", "164.308(a)(7)(i)", "164.308(a)(7)(ii)(C)"],
  remediation: ["Set enableDeletionProtection to true."],
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#deletion-protection",
  resources: ["aws:lb/loadBalancer:LoadBalancer", "aws:alb/loadBalancer:LoadBalancer"],
  check: ({ props }) => judgeSwitch(props, "enableDeletionProtection", { required: true, absent: false }),
});
