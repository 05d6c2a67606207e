import * as pulumi from "@pulumi/pulumi";
import type { Deployment } from "../lib/deployment.ts";
import type { ObjectLock } from "../lib/object-lock.ts";
import { refuseProblems } from "../lib/problems.ts";
import type { PostgresVersion } from "./database-parameters.ts";
import { createDatabase } from "./database.ts";
import { createPhiBucket } from "./phi-bucket.ts";
import { createRecordsKeyParameter, createRecordsTable } from "./records-table.ts";
import { storeProblems } from "./store-problems.ts";

/** Size and version of the database. */
export interface DatabaseSettings {
  /** RDS class with Performance Insights, such as `db.m7g.large`. */
  readonly instanceClass: string;
  /** Storage to start with, in GiB, 20 or more. */
  readonly storageGiB: number;
  /** Up to which storage grows by itself, in GiB; at least 10 % above `storageGiB`. */
  readonly maximumStorageGiB: number;
  /**
   * Major version; RDS keeps the minor version current.
   * @default "17"
   */
  readonly postgresVersion?: PostgresVersion;
  /** @default 5432 */
  readonly port?: number;
}

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
  /** Group that lets only the application tier in, on the database's port. */
  readonly databaseSecurityGroupId: pulumi.Input<string>;
  readonly database: DatabaseSettings;
  /** Object Lock of the PHI bucket. */
  readonly objectLock: ObjectLock;
  /**
   * Name of a bucket that accepts the PHI bucket's access log.
   * @default a bucket of its own
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
 * Where patients' data lives: a PostgreSQL database, a bucket and a table of records.
 *
 * Guarantees: every store is encrypted with a customer-managed key of its data class, unreachable
 * from the internet, TLS only, protected from deletion and recoverable to any second of the last 35
 * days; the database is Multi-AZ, audits sessions and statements, and its master password exists in
 * Secrets Manager alone, rotated by RDS; objects are locked, versioned, encrypted with the bucket's
 * own key whatever the client asks, and every access is logged; all stores carry the backup tag.
 *
 * Requirement rows: S1-16 to S1-28, S2-35 to S2-43, S3-08 to S3-20, S5-13 to S5-19, X-06, X-17.
 * Upholds 45 CFR 164.312(a)(1), 164.312(a)(2)(iv), 164.312(b), 164.312(c)(1), 164.312(e)(1), 164.308(a)(7)(ii)(A).
 *
 * #### Cost
 * db.m7g.large Multi-AZ with 100 GiB: about 270 USD a month; db.t4g.medium with 20 GiB: about 100.
 * Bucket and table by use: 0.023 USD per GB, 0.25 USD per GB, 0.20 USD per GB of point-in-time recovery.
 */
export class PhiDataStore extends pulumi.ComponentResource {
  /** Host and port of the database. */
  readonly databaseEndpoint: pulumi.Output<string>;
  /** ARN of the database. */
  readonly databaseArn: pulumi.Output<string>;
  /** Id by which IAM policies name the database (`rds-db:connect`). */
  readonly databaseResourceId: pulumi.Output<string>;
  /** ARN of the secret with the master user's password. */
  readonly databaseSecretArn: pulumi.Output<string>;
  /** Name of the database's subnet group, for restores into the same subnets. */
  readonly databaseSubnetGroupName: pulumi.Output<string>;
  /** Name of the PHI bucket. */
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
    const { bucket } = createPhiBucket(this, name, args, accessLogRetentionDays);
    const table = createRecordsTable(this, name, args);
    const keyParameter = createRecordsKeyParameter(this, name, args);
    this.databaseEndpoint = database.endpoint;
    this.databaseArn = database.arn;
    this.databaseResourceId = database.resourceId;
    this.databaseSecretArn = database.masterUserSecrets.apply((secrets) => secrets[0]?.secretArn ?? "");
    this.databaseSubnetGroupName = database.dbSubnetGroupName;
    this.bucketName = bucket.bucket;
    this.recordsTableName = table.name;
    this.recordsStreamArn = table.streamArn;
    this.recordsKeyParameterName = keyParameter.name;
    this.registerOutputs({
      databaseEndpoint: this.databaseEndpoint, databaseArn: this.databaseArn, databaseResourceId: this.databaseResourceId,
      databaseSecretArn: this.databaseSecretArn, databaseSubnetGroupName: this.databaseSubnetGroupName, bucketName: this.bucketName,
      recordsTableName: this.recordsTableName, recordsStreamArn: this.recordsStreamArn, recordsKeyParameterName: this.recordsKeyParameterName,
    });
  }
}
