import { judgeSwitch } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const classicLbCrossZone = defineRule({
  name: "classic-lb-cross-zone",
  description: "A classic load balancer spreads requests over all zones.",
  severity: "low",
  controls: ["clb-cross-zone"],
  citations: ["164.308(a)(7)(i)", "164.308(a)(7)(ii)(C)"],
  remediation: ["Set crossZoneLoadBalancing to true, or remove the setting."],
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-disable-crosszone-lb.html",
  resources: ["aws:elb/loadBalancer:LoadBalancer"],
  check: ({ props }) => judgeSwitch(props, "crossZoneLoadBalancing", { required: true, absent: true }),
});
