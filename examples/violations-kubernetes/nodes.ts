import { Subnet } from "@pulumi/aws/ec2/subnet.js";
import { AccessEntry } from "@pulumi/aws/eks/accessEntry.js";
import { AccessPolicyAssociation } from "@pulumi/aws/eks/accessPolicyAssociation.js";
import { NodeGroup } from "@pulumi/aws/eks/nodeGroup.js";

const accountId = "123456789012";
const clusterName = "clinic";

// Nodes in the public subnet, on which anybody may knock by SSH, and whose credentials each pod can read.
const entrance = new Subnet("entrance", {
  vpcId: "vpc-0123456789abcdef0", cidrBlock: "10.30.0.0/24", availabilityZone: "us-east-1a", mapPublicIpOnLaunch: false, tags: { SubnetType: "Public" },
});
new NodeGroup("nodes", {
  clusterName,
  nodeGroupName: "clinic-nodes",
  nodeRoleArn: `arn:aws:iam::${accountId}:role/clinic-nodes`,
  subnetIds: [entrance.id],
  instanceTypes: ["m6i.large"],
  scalingConfig: { minSize: 2, desiredSize: 2, maxSize: 4 },
  remoteAccess: { ec2SshKey: "clinic" },
});

// Everybody in the team administers the cluster, by the two ways that there are.
const team = `arn:aws:iam::${accountId}:role/clinic-team`;
new AccessEntry("team", { clusterName, principalArn: team, kubernetesGroups: ["system:masters"] });
new AccessPolicyAssociation("team-admin", {
  clusterName, principalArn: team, policyArn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy", accessScope: { type: "cluster" },
});

// Auditors may look, and no more.
new AccessEntry("auditors", { clusterName, principalArn: `arn:aws:iam::${accountId}:role/clinic-auditors` });
