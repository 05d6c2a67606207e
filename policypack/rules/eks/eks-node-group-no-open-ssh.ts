import { defineRule } from "../../engine/rule.ts";

export const eksNodeGroupNoOpenSsh = defineRule({
  name: "eks-node-group-no-open-ssh",
  description: "Nodes take no SSH from the internet: a key without named security groups would open port 22 to everyone.",
  severity: "critical",
  controls: ["eks-nodegroup-no-open-ssh"],
  citations: ["164.312(e)(1)"],
  remediation: ["Remove remoteAccess and use Systems Manager, or name sourceSecurityGroupIds."],
  url: "https://docs.aws.amazon.com/eks/latest/APIReference/API_RemoteAccessConfig.html",
  resources: ["aws:eks/nodeGroup:NodeGroup"],
  check: ({ props }) => {
    const access = props.object("remoteAccess");
    const isOpen = access?.has("ec2SshKey") === true && (!access.has("sourceSecurityGroupIds") || (access.isKnown("sourceSecurityGroupIds") && access.isEmpty("sourceSecurityGroupIds")));
    return isOpen ? [{ property: "remoteAccess.sourceSecurityGroupIds", found: "SSH from anywhere", required: "named security groups, or no remoteAccess" }] : [];
  },
});
