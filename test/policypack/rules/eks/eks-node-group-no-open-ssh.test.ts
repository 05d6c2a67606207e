import { eksNodeGroupNoOpenSsh } from "../../../../policypack/rules/eks/eks-node-group-no-open-ssh.ts";
import { testRule } from "../../rule-tester.ts";

const open = { property: "remoteAccess.sourceSecurityGroupIds", found: "SSH from anywhere" };

testRule(eksNodeGroupNoOpenSsh, {
  compliant: [{ props: { remoteAccess: { ec2SshKey: "ops", sourceSecurityGroupIds: ["sg-1"] } } }, { props: {} }],
  violating: [
    { why: "no group", props: { remoteAccess: { ec2SshKey: "ops" } }, ...open },
    { why: "an empty list", props: { remoteAccess: { ec2SshKey: "ops", sourceSecurityGroupIds: [] } }, ...open },
  ],
  unknown: ["remoteAccess"],
  presence: ["remoteAccess.sourceSecurityGroupIds"],
});
