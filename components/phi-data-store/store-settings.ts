import type * as pulumi from "@pulumi/pulumi";
import type { ServerlessCapacity } from "../lib/database-cluster.ts";
import type { DatabaseEngine, PostgresVersion } from "../lib/database-engine.ts";

/** Engine, version and size of the database. */
export interface DatabaseSettings {
  /**
   * postgres, mysql (8.4), or aurora-postgresql, whose replica is a global database; SecureVpc opens its port.
   * @default "postgres"
   */
  readonly engine?: DatabaseEngine;
  /**
   * Major version of PostgreSQL, 16 or 17; not for mysql. RDS keeps the minor version current.
   * @default "17"
   */
  readonly postgresVersion?: PostgresVersion;
  /** RDS class with Performance Insights, such as `db.m7g.large`; of Aurora `db.r7g.large` or `db.serverless`. */
  readonly instanceClass: string;
  /**
   * Of `db.serverless`: between what each instance scales.
   * @default 2 to 16 units; 8 to 32 with `replication`, as AWS recommends for global databases
   */
  readonly capacity?: ServerlessCapacity;
  /**
   * Storage to start with, in GiB, 20 or more; needed but for Aurora.
   * @default none: the storage of Aurora grows by itself
   */
  readonly storageGiB?: number;
  /**
   * Up to which storage grows by itself, in GiB; at least 10 % above `storageGiB`; needed but for Aurora.
   * @default none: the storage of Aurora grows by itself
   */
  readonly maximumStorageGiB?: number;
  /**
   * 1150 to 65535.
   * @default the engine's own: 5432 or 3306
   */
  readonly port?: number;
}

/** A proxy that pools connections; it stands between the application tier and the database. */
export interface DatabaseProxy {
  /** VPC of the database. */
  readonly vpcId: pulumi.Input<string>;
  /** Group of the application tier, which gets a way to the proxy. */
  readonly appSecurityGroupId: pulumi.Input<string>;
}

/** What replicas in the recovery region need here. */
export interface StoreReplication {
  /** Key of the records table's replica, in the recovery region. */
  readonly recordsKeyArn: pulumi.Input<string>;
  /** Key of the copy of the database's secret, in the recovery region. */
  readonly secretsKeyArn: pulumi.Input<string>;
  /** Subnets of the function that rotates the master password; they reach the database and Secrets Manager. */
  readonly rotationSubnetIds: pulumi.Input<string>[];
  /** Group of that function: the application tier's, which the database and the endpoints let in. */
  readonly rotationSecurityGroupId: pulumi.Input<string>;
}
