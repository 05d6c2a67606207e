import { autoscalingGroupLoadBalancerHealth } from "../../../../policypack/rules/autoscaling/autoscaling-group-load-balancer-health.ts";
import { testStackRule } from "../../stack-rule-tester.ts";
import { UNKNOWN } from "../../unknown-value.ts";

testStackRule(autoscalingGroupLoadBalancerHealth, {
  compliant: [
    { web: { type: "aws:autoscaling/group:Group", props: { targetGroupArns: ["arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/1"], healthCheckType: "ELB" } } },
    { batch: { type: "aws:autoscaling/group:Group", props: { targetGroupArns: UNKNOWN, loadBalancers: [] } } },
    {
      web: { type: "aws:autoscaling/group:Group", props: { healthCheckType: "EBS,ELB" } },
      attached: { type: "aws:autoscaling/attachment:Attachment", props: { lbTargetGroupArn: "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/1" }, refs: { autoscalingGroupName: "web.id" } },
    },
  ],
  violating: [
    { why: "checks of EC2", change: { web: { props: { healthCheckType: "EC2" } } }, blamed: "web", property: "healthCheckType", found: "EC2" },
    { why: "left to the default", change: { web: { props: { healthCheckType: undefined } } }, blamed: "web", property: "healthCheckType", found: "nothing, so EC2" },
    { why: "the default, computed by AWS", change: { web: { props: { healthCheckType: UNKNOWN } } }, blamed: "web", property: "healthCheckType", found: "nothing, so EC2" },
    {
      why: "behind a target group still to be created",
      change: { web: { props: { targetGroupArns: undefined, healthCheckType: "EC2" }, refs: { "targetGroupArns[0]": "targets.arn" } }, targets: { type: "aws:lb/targetGroup:TargetGroup", props: {} } },
      blamed: "web",
      property: "healthCheckType",
      found: "EC2",
    },
    { why: "attached elsewhere", of: 2, change: { web: { props: { healthCheckType: "EC2" } } }, blamed: "web", property: "healthCheckType", found: "EC2" },
  ],
});
