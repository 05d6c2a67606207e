import type { ClusterArgs } from "@pulumi/aws/rds/cluster.js";
import type * as pulumi from "@pulumi/pulumi";
import { backedUp } from "../lib/backup-tag.ts";
import { createCluster, type ServerlessCapacity } from "../lib/database-cluster.ts";
import type { SurroundingsSpec } from "../lib/database-surroundings.ts";
import { reachableCluster, type ReachableDatabase } from "../lib/reachable-database.ts";
import { replicaNames } from "../lib/store-names.ts";
import type { PhiReplicaArgs } from "./phi-replica.ts";

/** Enough to take in what the source writes; a promoted one grows with its load. */
const CAPACITY: ServerlessCapacity = { minimumUnits: 1, maximumUnits: 16 };

/**
 * The secondary cluster of a global database, with one instance that runs and so can take over within
 * minutes. Once promoted it is in no global database, and has an instance in a second zone.
 */
export function createReplicaCluster(parent: pulumi.Resource, name: string, args: PhiReplicaArgs, surroundings: SurroundingsSpec): ReachableDatabase {
  const { deployment, database, dataKeyArn } = args;
  const promoted = args.promoted ?? false;
  const { cluster } = createCluster(name, {
    surroundings,
    instanceClass: database.instanceClass,
    capacity: database.capacity ?? CAPACITY,
    zones: [...new Set(args.zones)].slice(0, promoted ? 2 : 1),
    dataKeyArn,
    securityGroupId: args.databaseSecurityGroupId,
    // No bound on its lag: a promoted one would wait for a region that is lost.
    parameters: {},
    standing: { sourceRegion: deployment.region, ...standing(args) },
    // Versions are the global database's: a member that is updated on its own would fall out of it.
    ignoreChanges: ["engineVersion"],
    tags: promoted ? backedUp(deployment) : {},
  }, parent);
  // Its endpoint answers from the promotion on, so that nobody has to be told of another one then.
  return reachableCluster(cluster, surroundings.engine);
}

/**
 * A secondary takes user, password and data from the primary; RDS refuses any of its own. The provider
 * changes a cluster before it takes it out of a global database, so that a password which RDS keeps,
 * which it does for no member, cannot come with the promotion.
 */
function standing({ deployment, promoted, globalDatabase }: PhiReplicaArgs): Partial<ClusterArgs> {
  return promoted === true || globalDatabase === undefined
    ? { skipFinalSnapshot: false, finalSnapshotIdentifier: replicaNames(deployment).finalSnapshot }
    : { globalClusterIdentifier: globalDatabase.id, engineVersion: globalDatabase.version, skipFinalSnapshot: true };
}
