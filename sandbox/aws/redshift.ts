import { inWordsOf } from "../references.ts";
import type { ResourceModels } from "../resource-model.ts";
import { byName } from "./reference-kinds.ts";
import { bucketAnywhere, kmsKey, role, securityGroup } from "./references.ts";

const ARN = "arn:aws:redshift:{region}:{account}";
const cluster = byName({ types: ["aws:redshift/cluster:Cluster"], code: "ClusterNotFound", message: "Cluster {value} not found." });
const parameterGroup = byName({
  types: ["aws:redshift/parameterGroup:ParameterGroup"],
  code: "ClusterParameterGroupNotFound",
  message: "ParameterGroup {value} not found.",
  provided: /^default\./u,
  holds: { code: "InvalidClusterParameterGroupState", message: "Cannot delete parameter group {value} because it is in use by a cluster" },
});

export const redshiftModels: ResourceModels = {
  "aws:redshift/cluster:Cluster": {
    naming: false,
    replaceOn: ["clusterIdentifier", "clusterSubnetGroupName", "databaseName", "masterUsername", "ownerAccount", "snapshotArn", "snapshotClusterIdentifier", "snapshotIdentifier"],
    defaults: { allowVersionUpgrade: true, applyImmediately: false, automatedSnapshotRetentionPeriod: 1, clusterVersion: "1.0", encrypted: "true", maintenanceTrackName: "current", manualSnapshotRetentionPeriod: -1, numberOfNodes: 1,
      port: 5439, publiclyAccessible: false, skipFinalSnapshot: false },
    id: "{clusterIdentifier}",
    arn: `${ARN}:cluster:{id}`,
    duplicateCode: "ClusterAlreadyExists",
    outputs: ({ hex, id, inputs, region }) => {
      const dnsName = `${id}.${hex(12)}.${region}.redshift.amazonaws.com`;
      return {
        availabilityZone: `${region}a`, clusterNamespaceArn: `arn:aws:redshift:${region}:123456789012:namespace:${id}`, clusterParameterGroupName: "default.redshift-2.0", clusterSubnetGroupName: "default",
        clusterType: inputs["numberOfNodes"] === 1 ? "single-node" : "multi-node", databaseName: "dev", dnsName, endpoint: `${dnsName}:5439`, enhancedVpcRouting: false, masterPasswordSecretArn: "",
      };
    },
    references: {
      clusterParameterGroupName: parameterGroup,
      iamRoles: inWordsOf(role, "InvalidParameterValue", "The role {value} does not exist"),
      kmsKeyId: inWordsOf(kmsKey, "InvalidParameterValue", "The KMS key {value} does not exist"),
      vpcSecurityGroupIds: inWordsOf(securityGroup, "InvalidVPCNetworkStateFault", "The security group {value} does not exist"),
    },
    deleteRefusal: ({ inputs }) => (inputs["skipFinalSnapshot"] !== true && inputs["finalSnapshotIdentifier"] === undefined
      ? { code: "InvalidParameterCombination", message: "FinalClusterSnapshotIdentifier is required unless SkipFinalClusterSnapshot is specified." } : undefined),
  },
  "aws:redshift/parameterGroup:ParameterGroup": {
    naming: { input: "name", maxLength: 255, lowercase: true },
    replaceOn: ["description", "family", "name"],
    defaults: { description: "Managed by Pulumi" },
    id: "{name}",
    arn: `${ARN}:parametergroup:{id}`,
    duplicateCode: "ClusterParameterGroupAlreadyExists",
  },
  "aws:redshift/logging:Logging": {
    replaceOn: ["clusterIdentifier"],
    id: "{clusterIdentifier}",
    references: { clusterIdentifier: cluster, bucketName: inWordsOf(bucketAnywhere, "BucketNotFoundFault", "Cannot find bucket {value}.") },
  },
};
