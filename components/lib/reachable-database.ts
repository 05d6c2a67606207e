import type { Cluster } from "@pulumi/aws/rds/cluster.js";
import * as pulumi from "@pulumi/pulumi";
import type { ChosenEngine } from "./database-engine.ts";

/** A database as others reach it, an instance or a cluster. */
export interface ReachableDatabase {
  readonly engine: ChosenEngine;
  readonly arn: pulumi.Output<string>;
  /** Host of the writer, once there is one. */
  readonly address: pulumi.Output<string>;
  /** Host and port. */
  readonly endpoint: pulumi.Output<string>;
  readonly resourceId: pulumi.Output<string>;
}

/** A cluster, by the endpoint that follows its writer. */
export function reachableCluster(cluster: Cluster, engine: ChosenEngine): ReachableDatabase {
  return {
    engine,
    arn: cluster.arn,
    address: cluster.endpoint,
    endpoint: pulumi.interpolate`${cluster.endpoint}:${engine.port}`,
    resourceId: cluster.clusterResourceId,
  };
}
