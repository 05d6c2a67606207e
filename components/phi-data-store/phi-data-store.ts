import * as pulumi from "@pulumi/pulumi";
import type { Deployment } from "../lib/deployment.ts";
import type { ObjectLock } from "../lib/object-lock.ts";
import { refuseProblems } from "../lib/problems.ts";
import { createDatabase } from "./database.ts";
import { createProxy } from "./database-proxy.ts";
import { createPhiBucket } from "./phi-bucket.ts";
import { createRecordsTable } from "./records-table.ts";
import { createConnectionParameter, createRecordsKeyParameter } from "./store-parameters.ts";
import { storeProblems } from "./store-problems.ts";
import type { DatabaseProxy, DatabaseSettings, StoreReplication } from "./store-settings.ts";

export interface PhiDataStoreArgs {
  readonly deployment: Deployment;
  /** Key of the bucket, of the database, its snapshots and its Performance Insights. */
  readonly dataKeyArn: pulumi.Input<string>;
  /** Key of the records table, and of records before they are stored. */
  readonly recordsKeyArn: pulumi.Input<string>;
  /** Key of the database's log groups, which may hold PHI. */
  readonly logsKeyArn: pulumi.Input<string>;
  /** Key of the master user's secret and of parameters. */
  readonly secretsKeyArn: pulumi.Input<string>;
  /** Subnets without a route to the internet, in two zones or more. */
  readonly isolatedSubnetIds: pulumi.Input<string>[];
  /**
   * Zones of these subnets, by name; needed for Aurora, whose instances lie in the first two.
   * @default none: RDS chooses
   */
  readonly zones?: string[];
  /** Group that lets only the application tier in, on the database's port. */
  readonly databaseSecurityGroupId: pulumi.Input<string>;
  readonly database: DatabaseSettings;
  /** @default no proxy */
  readonly proxy?: DatabaseProxy;
  /** Object Lock of the PHI bucket. */
  readonly objectLock: ObjectLock;
  /**
   * Makes every store one that can be replicated; PhiReplica makes the replicas of database and bucket.
   * @default no replicas
   */
  readonly replication?: StoreReplication;
  /**
   * Name of a bucket that accepts the PHI bucket's access log; the bucket then has no inventory.
   * @default a bucket of its own, for access log and inventory
   */
  readonly accessLogBucketName?: string;
  /**
   * Days after which access logs of the own bucket are deleted.
   * @default 2557, seven years
   */
  readonly accessLogRetentionDays?: number;
  /**
   * Days for which the database's logs are kept, audit log among them.
   * @default 2192, six years (45 CFR 164.316(b)(2)(i))
   */
  readonly logRetentionDays?: number;
}

/**
 * Where patients' data lives: a database (PostgreSQL, MySQL or Aurora), a bucket and a table of records.
 *
 * Guarantees: every store is encrypted with a customer-managed key of its data class, unreachable
 * from the internet, TLS only, protected from deletion and recoverable to any second of the last 35
 * days; the database lies in two zones, audits sessions and statements, takes IAM logins, and its master
 * password exists in Secrets Manager alone, rotated by RDS, or with replicas by AWS's own function
 * every 30 days, with a copy in the recovery region; objects are locked, versioned, encrypted with
 * the bucket's own key whatever the client asks, listed daily, and every access is logged; with
 * replicas the records table takes writes in both regions, and a cluster of Aurora is the primary of a
 * global database that holds commits back rather than be a minute ahead of its replica, so that this is
 * the most that is lost; all stores carry the backup tag.
 *
 * Requirement rows: S1-16 to S1-28, S2-35 to S2-47, S3-08 to S3-20, S5-13 to S5-19, X-06, X-10, X-17.
 * Upholds 45 CFR 164.312(a)(1), 164.312(a)(2)(iv), 164.312(b), 164.312(c)(1), 164.312(e)(1), 164.308(a)(7)(ii)(A).
 *
 * #### Cost
 * db.m7g.large Multi-AZ with 100 GiB: about 270 USD a month; db.t4g.medium with 20 GiB: about 100; a
 * proxy 11 for each vCPU. Aurora: two db.r7g.large 404, or 88 for each capacity unit in use, and storage at
 * 0.10 USD per GB and 0.20 per million requests. Bucket and table by use: 0.023 USD per GB, 0.25 USD per GB, 0.20 USD per GB
 * of point-in-time recovery. With replicas a secret and its copy, 0.80, and 0.25 per GB of records.
 *
 * @example
 * ```typescript
 * const data = new PhiDataStore("data", {
 *   deployment,
 *   dataKeyArn: keys.keyArn(KeyClass.PhiData), recordsKeyArn: keys.keyArn(KeyClass.PhiRecords),
 *   logsKeyArn: keys.keyArn(KeyClass.PhiData), secretsKeyArn: keys.keyArn(KeyClass.Secrets),
 *   isolatedSubnetIds: network.isolatedSubnetIds, databaseSecurityGroupId: network.databaseSecurityGroupId,
 *   database: { instanceClass: "db.m7g.large", storageGiB: 100, maximumStorageGiB: 1000 },
 *   objectLock: { mode: ObjectLockMode.Governance, days: 365 },
 * });
 * ```
 */
export class PhiDataStore extends pulumi.ComponentResource {
  /** Host and port of the database. */
  readonly databaseEndpoint: pulumi.Output<string>;
  /** Host that workloads connect to: the proxy's where there is one. */
  readonly databaseHost: pulumi.Output<string>;
  /** ARN of the database. */
  readonly databaseArn: pulumi.Output<string>;
  /** Id by which IAM policies name the database (`rds-db:connect`). */
  readonly databaseResourceId: pulumi.Output<string>;
  /** ARN of the secret with the master user's password. */
  readonly databaseSecretArn: pulumi.Output<string>;
  /** Name of the database's subnet group, for restores into the same subnets. */
  readonly databaseSubnetGroupName: pulumi.Output<string>;
  /** Id of the global database that PhiReplica joins; empty without one. */
  readonly globalDatabaseId: pulumi.Output<string>;
  /** Full engine version of the global database, which all members have; empty without one. */
  readonly globalDatabaseVersion: pulumi.Output<string>;
  /** Name of the parameter that says how to reach the database. */
  readonly connectionParameterName: pulumi.Output<string>;
  /** Name of the PHI bucket, once it is versioned. */
  readonly bucketName: pulumi.Output<string>;
  /** Name of the records table. */
  readonly recordsTableName: pulumi.Output<string>;
  /** ARN of the records table's stream. */
  readonly recordsStreamArn: pulumi.Output<string>;
  /** Name of the parameter that says which key encrypts records. */
  readonly recordsKeyParameterName: pulumi.Output<string>;

  constructor(name: string, args: PhiDataStoreArgs, opts?: pulumi.ComponentResourceOptions) {
    super("hipaa:index:PhiDataStore", name, {}, opts);
    const logRetentionDays = args.logRetentionDays ?? 2192;
    const accessLogRetentionDays = args.accessLogRetentionDays ?? 2557;
    refuseProblems(storeProblems(args, { logRetentionDays, accessLogRetentionDays }), this, name);

    const database = createDatabase(this, name, args, logRetentionDays);
    const table = createRecordsTable(this, name, args);
    this.databaseEndpoint = database.endpoint;
    this.databaseHost = args.proxy === undefined ? database.address : createProxy(this, name, args, args.proxy, database, logRetentionDays);
    this.databaseArn = database.arn;
    this.databaseResourceId = database.resourceId;
    this.databaseSecretArn = database.secretArn;
    this.databaseSubnetGroupName = database.subnetGroupName;
    this.globalDatabaseId = database.globalId;
    this.globalDatabaseVersion = database.globalVersion;
    this.connectionParameterName = createConnectionParameter(this, name, args, database, this.databaseHost).name;
    this.bucketName = createPhiBucket(this, name, args, accessLogRetentionDays).versionedName;
    this.recordsTableName = table.name;
    this.recordsStreamArn = table.streamArn;
    this.recordsKeyParameterName = createRecordsKeyParameter(this, name, args).name;
    this.registerOutputs({
      databaseEndpoint: this.databaseEndpoint, databaseHost: this.databaseHost, databaseArn: this.databaseArn, databaseResourceId: this.databaseResourceId,
      databaseSecretArn: this.databaseSecretArn, databaseSubnetGroupName: this.databaseSubnetGroupName,
      globalDatabaseId: this.globalDatabaseId, globalDatabaseVersion: this.globalDatabaseVersion, connectionParameterName: this.connectionParameterName,
      bucketName: this.bucketName, recordsTableName: this.recordsTableName, recordsStreamArn: this.recordsStreamArn, recordsKeyParameterName: this.recordsKeyParameterName,
    });
  }
}
