import { Cluster as DaxCluster } from "@pulumi/aws/dax/cluster.js";
import { Cluster as DocumentCluster } from "@pulumi/aws/docdb/cluster.js";
import { ClusterParameterGroup as DocumentParameters } from "@pulumi/aws/docdb/clusterParameterGroup.js";
import { Table } from "@pulumi/aws/dynamodb/table.js";
import { ReplicationGroup } from "@pulumi/aws/elasticache/replicationGroup.js";
import { Cluster as MemoryCluster } from "@pulumi/aws/memorydb/cluster.js";
import { Cluster as GraphCluster } from "@pulumi/aws/neptune/cluster.js";
import { Domain } from "@pulumi/aws/opensearch/domain.js";
import { Cluster } from "@pulumi/aws/rds/cluster.js";
import { ClusterInstance } from "@pulumi/aws/rds/clusterInstance.js";
import { ClusterSnapshot } from "@pulumi/aws/rds/clusterSnapshot.js";
import { SnapshotCopy } from "@pulumi/aws/rds/snapshotCopy.js";
import { SubnetGroup } from "@pulumi/aws/rds/subnetGroup.js";
import { Cluster as Warehouse } from "@pulumi/aws/redshift/cluster.js";
import { Logging } from "@pulumi/aws/redshift/logging.js";
import { ParameterGroup } from "@pulumi/aws/redshift/parameterGroup.js";
import { accountId, key, operational, role } from "./account.ts";
import type { Network } from "./network.ts";

/** Databases, caches, search and the warehouse. */
export function makeDatabases(network: Network): void {
  // A database cluster of one instance on the internet's side, in the clear, and a snapshot of it for everybody.
  const subnets = new SubnetGroup("appointments", { name: "clinic-appointments", subnetIds: [network.frontage.id] });
  const cluster = new Cluster("appointments", {
    clusterIdentifier: "clinic-appointments",
    engine: "aurora-postgresql",
    dbSubnetGroupName: subnets.name,
    masterUsername: "clinic",
    manageMasterUserPassword: true,
    skipFinalSnapshot: true,
    tags: operational,
  });
  new ClusterInstance("appointments-1", {
    identifier: "clinic-appointments-1",
    clusterIdentifier: cluster.clusterIdentifier,
    engine: "aurora-postgresql",
    instanceClass: "db.r6g.large",
    autoMinorVersionUpgrade: false,
    performanceInsightsEnabled: true,
  });
  new ClusterSnapshot("appointments-for-all", { dbClusterIdentifier: cluster.clusterIdentifier, dbClusterSnapshotIdentifier: "clinic-appointments", sharedAccounts: ["all"] });

  // A copy of a snapshot in a country that no agreement covers.
  new SnapshotCopy("offshore", { sourceDbSnapshotIdentifier: `arn:aws:rds:us-east-1:${accountId}:snapshot:clinic-records`, targetDbSnapshotIdentifier: "clinic-records-copy", destinationRegion: "ap-south-1" });

  // A table that runs out of capacity, and a cache before it that anybody on the network can read.
  new Table("slots", {
    name: "clinic-slots",
    hashKey: "id",
    billingMode: "PROVISIONED",
    readCapacity: 5,
    writeCapacity: 5,
    attributes: [{ name: "id", type: "S" }],
    pointInTimeRecovery: { enabled: true },
    deletionProtectionEnabled: true,
    serverSideEncryption: { enabled: true, kmsKeyArn: key },
    tags: operational,
  });
  new DaxCluster("slots-cache", { clusterName: "clinic-slots", iamRoleArn: role("dax"), nodeType: "dax.t3.small", replicationFactor: 3 });
  new ReplicationGroup("sessions", { replicationGroupId: "clinic-sessions", description: "Sessions of the portal", engine: "redis", nodeType: "cache.t4g.small", tags: operational });

  // Queues of a waiting room, in memory, that anybody on the network can read along.
  new MemoryCluster("waiting-room", { name: "clinic-waiting-room", aclName: "open-access", nodeType: "db.t4g.small", kmsKeyArn: key, tlsEnabled: false, tags: operational });

  // Documents and graphs in the clear, at rest and on their way, that nobody's reading leaves a trace in.
  new DocumentParameters("letters", { name: "clinic-letters", family: "docdb5.0", parameters: [{ name: "tls", value: "disabled" }] });
  new DocumentCluster("letters", { clusterIdentifier: "clinic-letters", masterUsername: "clinic", manageMasterUserPassword: true, tags: operational });
  new GraphCluster("referrals", { clusterIdentifier: "clinic-referrals", tags: operational });

  // A search over notes, on the internet.
  new Domain("notes", { domainName: "clinic-notes", engineVersion: "OpenSearch_3.1", tags: operational });

  // A warehouse that anybody can reach, by any protocol, and that nobody watches.
  const plain = new ParameterGroup("plain", { name: "clinic-plain", family: "redshift-2.0", parameters: [{ name: "require_ssl", value: "false" }] });
  new Warehouse("research", {
    clusterIdentifier: "clinic-research",
    nodeType: "ra3.large",
    masterUsername: "clinic",
    manageMasterPassword: true,
    clusterParameterGroupName: plain.name,
    publiclyAccessible: true,
    allowVersionUpgrade: false,
    tags: operational,
  });

  // Right: a warehouse with a key of ours, inside of the network, logged and kept.
  const strict = new ParameterGroup("strict", { name: "clinic-strict", family: "redshift-2.0", parameters: [{ name: "require_ssl", value: "true" }] });
  const billing = new Warehouse("billing", {
    clusterIdentifier: "clinic-billing",
    nodeType: "ra3.large",
    masterUsername: "clinic",
    manageMasterPassword: true,
    clusterParameterGroupName: strict.name,
    kmsKeyId: key,
    enhancedVpcRouting: true,
    automatedSnapshotRetentionPeriod: 35,
    tags: operational,
  });
  new Logging("billing", { clusterIdentifier: billing.clusterIdentifier, logDestinationType: "cloudwatch", logExports: ["connectionlog", "userlog"] });
}
