import { defineRule } from "../../engine/rule.ts";

export const defaultSecurityGroupClosed = defineRule({
  name: "default-security-group-closed",
  description: "The default security group of a VPC, which whatever names no group gets, lets nothing in and nothing out.",
  severity: "high",
  controls: ["vpc-default-sg-closed"],
  citations: ["164.312(e)(1)"],
  remediation: ["Remove ingress and egress from the aws.ec2.DefaultSecurityGroup; give workloads groups of their own."],
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html",
  resources: ["aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"],
  check: ({ props }) =>
    ["ingress", "egress"].flatMap((direction) => {
      const rules = props.objects(direction).length;
      return rules === 0 ? [] : [{ property: direction, found: `${String(rules)} of them`, required: "none" }];
    }),
});
