import { isGiven } from "../../engine/given-values.ts";
import { defineStackRule } from "../../engine/rule.ts";

const PROPERTY = "healthCheckType";
const BALANCED_BY = ["loadBalancers", "targetGroupArns", "trafficSources"];
const ATTACHMENTS = ["aws:autoscaling/attachment:Attachment", "aws:autoscaling/trafficSourceAttachment:TrafficSourceAttachment"];

export const autoscalingGroupLoadBalancerHealth = defineStackRule({
  name: "autoscaling-group-load-balancer-health",
  description: "Auto Scaling groups behind a load balancer replace instances that its health checks fail.",
  severity: "medium",
  citations: ["164.308(a)(1)(ii)(B)", "164.308(a)(7)(i)", "164.308(a)(7)(ii)(A)", "164.308(a)(7)(ii)(B)", "164.308(a)(7)(ii)(C)", "164.312(b)"],
  controls: ["asg-elb-health-check"],
  remediation: ['Set healthCheckType: "ELB".'],
  url: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-add-elb-healthcheck.html",
  resources: ["aws:autoscaling/group:Group"],
  check: (stack) =>
    stack.ofType("aws:autoscaling/group:Group").flatMap((group) => {
      const inline = BALANCED_BY.some((property) => isGiven(group, property) && !(group.props.isKnown(property) && group.props.isEmpty(property)));
      if (!inline && stack.referringTo(group, "autoscalingGroupName", ...ATTACHMENTS).length === 0) {
        return [];
      }
      const type = isGiven(group, PROPERTY) ? group.props.string(PROPERTY) : undefined;
      return (type ?? "EC2").split(",").includes("ELB") ? [] : [{ urn: group.urn, property: PROPERTY, found: type ?? "nothing, so EC2", required: '"ELB"' }];
    }),
});
