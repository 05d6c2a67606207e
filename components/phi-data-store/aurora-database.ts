import { GlobalCluster } from "@pulumi/aws/rds/globalCluster.js";
import * as pulumi from "@pulumi/pulumi";
import { backedUp } from "../lib/backup-tag.ts";
import { createCluster, type ServerlessCapacity } from "../lib/database-cluster.ts";
import { GLOBAL_LAG_SECONDS } from "../lib/global-database.ts";
import { reachableCluster } from "../lib/reachable-database.ts";
import { DATABASE_NAME, MASTER_USER, storeNames } from "../lib/store-names.ts";
import type { Database, DatabaseParts } from "./database.ts";
import type { PhiDataStoreArgs } from "./phi-data-store.ts";

/** Performance Insights wants 2 units at least; AWS recommends 8 for the primary of a global database. */
const CAPACITY: ServerlessCapacity = { minimumUnits: 2, maximumUnits: 16 };
const GLOBAL_CAPACITY: ServerlessCapacity = { minimumUnits: 8, maximumUnits: 32 };

/** A cluster of Aurora PostgreSQL in two zones; with replicas it is the primary of a global database. */
export function createAurora(parent: pulumi.Resource, name: string, args: PhiDataStoreArgs, { engine, surroundings, login }: DatabaseParts): Database {
  const { deployment, database, dataKeyArn, secretsKeyArn, replication } = args;
  const names = storeNames(deployment);
  const { cluster, instances } = createCluster(name, {
    surroundings,
    instanceClass: database.instanceClass,
    capacity: database.capacity ?? (replication === undefined ? CAPACITY : GLOBAL_CAPACITY),
    zones: [...new Set(args.zones)].slice(0, 2),
    dataKeyArn,
    securityGroupId: args.databaseSecurityGroupId,
    // The secondary's group is to leave it out: after a failover there is none that could keep up.
    parameters: replication === undefined ? {} : { "rds.global_db_rpo": String(GLOBAL_LAG_SECONDS) },
    standing: {
      databaseName: DATABASE_NAME,
      masterUsername: MASTER_USER,
      ...(login.password === undefined ? { manageMasterUserPassword: true, masterUserSecretKmsKeyId: secretsKeyArn } : { masterPasswordWo: login.password, masterPasswordWoVersion: 1 }),
      skipFinalSnapshot: false,
      finalSnapshotIdentifier: names.finalSnapshot,
    },
    // It joins by what is made below.
    ignoreChanges: ["globalClusterIdentifier"],
    tags: backedUp(deployment),
  }, parent);
  const global = replication === undefined ? undefined : createGlobal(parent, name, names.globalDatabase, cluster.arn, instances);
  return {
    ...reachableCluster(cluster, engine),
    subnetGroupName: cluster.dbSubnetGroupName,
    secretArn: login.secretArn({ address: cluster.endpoint, managedSecrets: cluster.masterUserSecrets, readyAfter: instances }, engine),
    proxyTarget: { dbClusterIdentifier: cluster.clusterIdentifier },
    readyAfter: instances,
    globalId: global === undefined ? pulumi.output("") : global.id,
    globalVersion: global === undefined ? pulumi.output("") : global.engineVersion,
  };
}

/** Made of the cluster, so that one that stands already can be replicated without being made anew. */
function createGlobal(parent: pulumi.Resource, name: string, globalDatabase: string, clusterArn: pulumi.Input<string>, instances: readonly pulumi.Resource[]): GlobalCluster {
  return new GlobalCluster(`${name}-global`, {
    globalClusterIdentifier: globalDatabase,
    sourceDbClusterIdentifier: clusterArn,
    // Takes the clusters out before it goes; they stay.
    forceDestroy: true,
    deletionProtection: true,
    tags: { Name: globalDatabase },
  }, { parent, protect: true, dependsOn: [...instances] });
}
