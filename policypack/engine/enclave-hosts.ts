import type { JudgedStack, StackResource } from "./rule.ts";

/** Resources that start hosts of Nitro enclaves. */
export const HOST_TYPES = ["aws:ec2/instance:Instance", "aws:ec2/launchTemplate:LaunchTemplate"] as const;

const GROUP_RULES = ["aws:ec2/securityGroupRule:SecurityGroupRule", "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"];

/** Instances and launch templates that turn enclaves on. */
export function enclaveHosts(stack: JudgedStack): readonly StackResource[] {
  return stack.ofType(...HOST_TYPES).filter(({ props }) => props.isKnown("enclaveOptions") && props.objects("enclaveOptions")[0]?.boolean("enabled") === true);
}

/** The security groups of a host, each with the rules that stand beside it. */
export function groupsOf(stack: JudgedStack, host: StackResource): readonly StackResource[] {
  const groups = ["vpcSecurityGroupIds", "networkInterfaces"].flatMap((property) => stack.namedBy(host, property, "aws:ec2/securityGroup:SecurityGroup"));
  return [...new Set(groups)].flatMap((group) => [group, ...stack.referringTo(group, "securityGroupId", ...GROUP_RULES)]);
}
