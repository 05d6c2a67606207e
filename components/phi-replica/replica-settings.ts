import type * as pulumi from "@pulumi/pulumi";
import type { ServerlessCapacity } from "../lib/database-cluster.ts";
import type { DatabaseEngine, PostgresVersion } from "../lib/database-engine.ts";

/** The database's replica; engine, version and port are the source's. Aurora's is a cluster with one instance, and with two once it is promoted. */
export interface ReplicaDatabase {
  /** @default "postgres" */
  readonly engine?: DatabaseEngine;
  /**
   * Major version of PostgreSQL; not for mysql.
   * @default "17"
   */
  readonly postgresVersion?: PostgresVersion;
  /** RDS class with Performance Insights; the source's, or smaller until it is promoted. Of Aurora `db.serverless`, which grows with the load. */
  readonly instanceClass: string;
  /**
   * Of `db.serverless`: between what each instance scales.
   * @default 1 to 16 units
   */
  readonly capacity?: ServerlessCapacity;
  /**
   * Storage that the source started with, in GiB; needed but for Aurora.
   * @default none: the storage of Aurora grows by itself
   */
  readonly storageGiB?: number;
  /**
   * Up to which storage grows by itself, in GiB; not less than the source's; needed but for Aurora.
   * @default none: the storage of Aurora grows by itself
   */
  readonly maximumStorageGiB?: number;
  /**
   * Port of the replica, the source's.
   * @default the engine's own: 5432 or 3306
   */
  readonly port?: number;
}

/** The global database of a PhiDataStore, which the replica of an Aurora cluster joins. */
export interface GlobalDatabase {
  /** Its output `globalDatabaseId`. */
  readonly id: pulumi.Input<string>;
  /** Its output `globalDatabaseVersion`: all members have the same. */
  readonly version: pulumi.Input<string>;
}
