import { inWordsOf } from "../references.ts";
import type { ResourceModels } from "../resource-model.ts";
import { textOf } from "../wire.ts";
import { kmsKey, role, securityGroup, topic } from "./references.ts";

const INVALID = "InvalidParameterValue";
const key = inWordsOf(kmsKey, INVALID, "The KMS key {value} does not exist or cannot be used");
const group = inWordsOf(securityGroup, INVALID, "Invalid security group: {value}");

/** Clusters that hold data in memory: ElastiCache, MemoryDB, and DAX before DynamoDB. */
export const cacheModels: ResourceModels = {
  "aws:elasticache/replicationGroup:ReplicationGroup": {
    naming: { input: "replicationGroupId", maxLength: 40, lowercase: true },
    replaceOn: ["atRestEncryptionEnabled", "dataTieringEnabled", "globalReplicationGroupId", "kmsKeyId", "networkType", "port", "replicationGroupId", "securityGroupNames", "snapshotArns", "snapshotName",
      "subnetGroupName"],
    defaults: { authTokenUpdateStrategy: "ROTATE", automaticFailoverEnabled: false, engine: "redis", multiAzEnabled: false },
    id: "{replicationGroupId}",
    arn: "arn:aws:elasticache:{region}:{account}:replicationgroup:{id}",
    duplicateCode: "ReplicationGroupAlreadyExists",
    outputs: ({ hex, id, inputs, region }) => {
      const host = `${hex(6)}.ng.0001.${region.replace(/^([a-z]+)-([a-z])[a-z]*-/u, "$1$2")}.cache.amazonaws.com`;
      return {
        atRestEncryptionEnabled: false, clusterEnabled: false, clusterMode: "disabled", engineVersionActual: inputs["engineVersion"] ?? "7.1.0", ipDiscovery: "ipv4", networkType: "ipv4", numCacheClusters: 1, numNodeGroups: 1,
        memberClusters: [`${id}-001`], primaryEndpointAddress: `${id}.${host}`, readerEndpointAddress: `${id}-ro.${host}`, configurationEndpointAddress: "", subnetGroupName: "default", transitEncryptionEnabled: false,
      };
    },
    references: { kmsKeyId: key, securityGroupIds: group, notificationTopicArn: inWordsOf(topic, INVALID, "Invalid topic: {value}") },
  },
  "aws:memorydb/cluster:Cluster": {
    naming: { input: "name", maxLength: 40, lowercase: true },
    replaceOn: ["autoMinorVersionUpgrade", "dataTiering", "kmsKeyArn", "multiRegionClusterName", "name", "namePrefix", "port", "snapshotArns", "snapshotName", "subnetGroupName", "tlsEnabled"],
    defaults: { autoMinorVersionUpgrade: true, numReplicasPerShard: 1, numShards: 1, tlsEnabled: true },
    id: "{name}",
    arn: "arn:aws:memorydb:{region}:{account}:cluster/{id}",
    duplicateCode: "ClusterAlreadyExistsFault",
    outputs: ({ hex, id, region }) => ({
      clusterEndpoints: [{ address: `clustercfg.${id}.${hex(6)}.memorydb.${region}.amazonaws.com`, port: 6379 }], dataTiering: false, enginePatchVersion: "7.3.0", engine: "redis", engineVersion: "7.3",
      parameterGroupName: "default.memorydb-redis7", port: 6379, snapshotRetentionLimit: 0, subnetGroupName: "default", shards: [],
    }),
    references: { kmsKeyArn: key, securityGroupIds: group, snsTopicArn: inWordsOf(topic, INVALID, "Invalid topic: {value}") },
  },
  "aws:dax/cluster:Cluster": {
    naming: false,
    replaceOn: ["availabilityZones", "clusterEndpointEncryptionType", "clusterName", "iamRoleArn", "nodeType", "serverSideEncryption.enabled", "subnetGroupName"],
    id: ({ inputs }) => textOf(inputs["clusterName"]).toLowerCase(),
    arn: "arn:aws:dax:{region}:{account}:cache/{id}",
    duplicateCode: "ClusterAlreadyExistsFault",
    outputs: ({ hex, id, inputs, region }) => {
      const encrypted = inputs["clusterEndpointEncryptionType"] === "TLS";
      const clusterAddress = `${id}.${hex(6)}.dax-clusters.${region}.amazonaws.com`;
      const port = encrypted ? 9111 : 8111;
      return { clusterAddress, configurationEndpoint: `${clusterAddress}:${String(port)}`, parameterGroupName: "default.dax1.0", port, subnetGroupName: "default" };
    },
    references: { iamRoleArn: inWordsOf(role, "InvalidParameterValueException", "No permission to assume role: {value}"), securityGroupIds: group },
  },
};
