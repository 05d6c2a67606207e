import { ec2NoSharedKeyPair } from "../../../../policypack/rules/ec2/ec2-no-shared-key-pair.ts";
import { testRule } from "../../rule-tester.ts";

testRule(ec2NoSharedKeyPair, {
  compliant: [
    { props: { instanceType: "m7g.large" } },
    { type: "aws:ec2/launchTemplate:LaunchTemplate", props: {} },
    { type: "aws:eks/nodeGroup:NodeGroup", props: { remoteAccess: { sourceSecurityGroupIds: ["sg-1"] } } },
    { type: "aws:emr/cluster:Cluster", props: { ec2Attributes: { subnetId: "subnet-1" } } },
  ],
  violating: [
    { why: "a machine", props: { keyName: "team" }, property: "keyName", found: "a key pair" },
    { why: "a launch template", fixture: { type: "aws:ec2/launchTemplate:LaunchTemplate" }, props: { keyName: "team" }, property: "keyName", found: "a key pair" },
    { why: "nodes", fixture: { type: "aws:eks/nodeGroup:NodeGroup" }, props: { remoteAccess: { ec2SshKey: "team" } }, property: "remoteAccess.ec2SshKey", found: "a key pair" },
    { why: "a cluster", fixture: { type: "aws:emr/cluster:Cluster" }, props: { ec2Attributes: { keyName: "team" } }, property: "ec2Attributes.keyName", found: "a key pair" },
  ],
  unknown: [],
});
