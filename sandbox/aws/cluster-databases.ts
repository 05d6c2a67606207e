import { inWordsOf } from "../references.ts";
import type { LiveContext, OutputContext, Refusal, ResourceModel, ResourceModels } from "../resource-model.ts";
import { kmsKey, securityGroup } from "./references.ts";

const key = inWordsOf(kmsKey, "KMSKeyNotAccessibleFault", "The specified KMS key [{value}] does not exist, is not enabled or you do not have permissions to access it.");
const group = inWordsOf(securityGroup, "InvalidParameterValue", "Invalid security group, groupId={value}, groupName=.");

/** What clusters of DocumentDB and Neptune share: both are made on the management plane of RDS. */
const CLUSTER = {
  naming: { input: "clusterIdentifier", maxLength: 63, lowercase: true },
  id: "{clusterIdentifier}",
  arn: "arn:aws:rds:{region}:{account}:cluster:{id}",
  duplicateCode: "DBClusterAlreadyExistsFault",
  deleteRefusal,
} as const satisfies Partial<ResourceModel>;

export const clusterDatabaseModels: ResourceModels = {
  "aws:docdb/cluster:Cluster": {
    ...CLUSTER,
    replaceOn: ["availabilityZones", "clusterIdentifier", "clusterIdentifierPrefix", "dbSubnetGroupName", "engine", "kmsKeyId", "masterUsername", "port", "restoreToPointInTime", "snapshotIdentifier", "storageEncrypted"],
    defaults: { backupRetentionPeriod: 1, engine: "docdb", port: 27_017, skipFinalSnapshot: false },
    outputs: (context) => ({ ...endpoints(context, "docdb"), dbClusterParameterGroupName: "default.docdb5.0", dbSubnetGroupName: "default", engineVersion: "5.0.0", networkType: "IPV4" }),
    references: { kmsKeyId: key, vpcSecurityGroupIds: group },
  },
  "aws:docdb/clusterParameterGroup:ClusterParameterGroup": {
    naming: { input: "name", maxLength: 255, lowercase: true },
    replaceOn: ["description", "family", "name", "namePrefix"],
    defaults: { description: "Managed by Pulumi" },
    id: "{name}",
    arn: "arn:aws:rds:{region}:{account}:cluster-pg:{id}",
    duplicateCode: "DBParameterGroupAlreadyExists",
  },
  "aws:neptune/cluster:Cluster": {
    ...CLUSTER,
    replaceOn: ["availabilityZones", "clusterIdentifier", "clusterIdentifierPrefix", "engine", "kmsKeyArn", "neptuneSubnetGroupName", "port", "snapshotIdentifier", "storageEncrypted"],
    defaults: { backupRetentionPeriod: 1, engine: "neptune", port: 8182, skipFinalSnapshot: false, storageEncrypted: false },
    outputs: (context) => ({ ...endpoints(context, "neptune"), neptuneClusterParameterGroupName: "default.neptune1.4", neptuneSubnetGroupName: "default", engineVersion: "1.4.5.0", storageType: "standard" }),
    references: { kmsKeyArn: key, vpcSecurityGroupIds: group },
  },
};

function endpoints({ hex, id, region }: OutputContext, service: string): Readonly<Record<string, string>> {
  const domain = `${hex(12)}.${region}.${service}.amazonaws.com`;
  return { clusterResourceId: `cluster-${hex(26).toUpperCase()}`, endpoint: `${id}.cluster-${domain}`, readerEndpoint: `${id}.cluster-ro-${domain}`, hostedZoneId: "ZNKXH85TT8WVW" };
}

function deleteRefusal({ inputs }: LiveContext): Refusal | undefined {
  if (inputs["deletionProtection"] === true) {
    return { code: "InvalidParameterCombination", message: "Cannot delete protected Cluster, please disable deletion protection and try again." };
  }
  return inputs["skipFinalSnapshot"] !== true && inputs["finalSnapshotIdentifier"] === undefined
    ? { code: "InvalidParameterCombination", message: "finalSnapshotIdentifier is required when skipFinalSnapshot is false" } : undefined;
}
