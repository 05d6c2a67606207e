import * as pulumi from "@pulumi/pulumi";
import type { Deployment } from "../lib/deployment.ts";
import type { ObjectLock } from "../lib/object-lock.ts";
import { refuseProblems } from "../lib/problems.ts";
import { createPromotedBackup } from "./promoted-backup.ts";
import { createAlarms } from "./replica-alarms.ts";
import { createReplicaBucket, createReplication } from "./replica-bucket.ts";
import { createReplicaDatabase } from "./replica-database.ts";
import { replicaProblems } from "./replica-problems.ts";
import type { GlobalDatabase, ReplicaDatabase } from "./replica-settings.ts";

export interface PhiReplicaArgs {
  readonly deployment: Deployment;
  /** Alias of the key of PHI in both regions, such as `alias/hipaa-prod/phi-data`. */
  readonly dataKeyAlias: string;
  /** Key of bucket and database, in the recovery region. */
  readonly dataKeyArn: pulumi.Input<string>;
  /** Key of the database's log groups, which may hold PHI, in the recovery region. */
  readonly logsKeyArn: pulumi.Input<string>;
  /** Key of parameters and of the secret of a promoted database, in the recovery region. */
  readonly secretsKeyArn: pulumi.Input<string>;
  /** Topic of alerts in the primary region; its policy lets CloudWatch and EventBridge publish. */
  readonly alertTopicArn: pulumi.Input<string>;
  /** Topic of alerts in the recovery region, which works while the primary is lost; CloudWatch publishes to it. */
  readonly recoveryAlertTopicArn: pulumi.Input<string>;
  /** Name of the PHI bucket, from PhiDataStore: S3 wants it versioned before it is replicated. */
  readonly sourceBucketName: pulumi.Input<string>;
  /** ARN of the database, from a PhiDataStore with `replication`. */
  readonly sourceDatabaseArn: pulumi.Input<string>;
  readonly database: ReplicaDatabase;
  /**
   * What the replica of an Aurora cluster joins; needed for Aurora until it is promoted.
   * @default none: the replica of an instance follows `sourceDatabaseArn`
   */
  readonly globalDatabase?: GlobalDatabase;
  /** Isolated subnets of the recovery network, in two zones or more. */
  readonly isolatedSubnetIds: pulumi.Input<string>[];
  /**
   * Zones of these subnets, by name; needed for Aurora, whose instances lie in the first two.
   * @default none: RDS chooses
   */
  readonly zones?: string[];
  /** Group of databases in the recovery network. */
  readonly databaseSecurityGroupId: pulumi.Input<string>;
  /** Object Lock of the replica; the source's. */
  readonly objectLock: ObjectLock;
  /**
   * Whether deletions in the source, by delete marker, are repeated in the replica.
   * @default false: a deletion by mistake or malice stays in one region
   */
  readonly replicateDeleteMarkers?: boolean;
  /**
   * Whether the replica of the database is, or is now to become, a database of its own, backed up into
   * DrVault's vaults. An update promotes it, where nobody has yet; Aurora is thereby taken out of its global
   * database, and goes on with its source's master password. Promotion cannot be undone; what follows is a
   * new replica in the region that was lost.
   * @default false
   */
  readonly promoted?: boolean;
  /**
   * Days after which access logs of the replica are deleted.
   * @default 2557, seven years
   */
  readonly accessLogRetentionDays?: number;
  /**
   * Days for which the database's logs are kept.
   * @default 2192, six years (45 CFR 164.316(b)(2)(i))
   */
  readonly logRetentionDays?: number;
}

/**
 * Patients' data in the recovery region: the bucket's and the database's replicas, and their alarms.
 * The records table and the secret have their replicas in PhiDataStore.
 *
 * Guarantees: every object is replicated within 15 minutes under AWS's service level agreement, into
 * a bucket as locked, versioned, encrypted, logged and closed as the original, by a role that can do
 * nothing else; the database has a read replica, or with Aurora a secondary cluster that serves at any
 * time, as encrypted, isolated, audited and protected as its source, which a later update neither turns
 * back nor doubles once it is promoted, and which then lies in two zones and is backed up daily by a plan
 * of its own; a replica that falls behind, fails or falls
 * silent, or a password that is not rotated, raises an alert that says what to do and names no patient.
 *
 * Requirement rows: S1-72, S1-73, S1-78, S1-79, S3-13, S5-18, X-08, X-15, X-17.
 * Upholds 45 CFR 164.308(a)(7)(i), 164.308(a)(7)(ii)(A), 164.308(a)(7)(ii)(B), 164.310(d)(2)(iv), 164.312(a)(2)(ii).
 *
 * #### Cost
 * db.m7g.large replica with 100 GiB: about 134 USD a month; of Aurora 88 for each capacity unit in use, 1 at
 * least, 0.10 per GB and 0.20 per million replicated writes; 0.0125 USD per GB of objects, 0.015 per GB
 * replicated for the time control and 0.02 for the transfer, 1.20 for its metrics, 0.50 for alarms.
 *
 * @example
 * ```typescript
 * const replica = new PhiReplica("replica", {
 *   deployment, dataKeyAlias: keyAlias(deployment.prefix, KeyClass.PhiData),
 *   dataKeyArn: keys.replicaKeyArn(KeyClass.PhiData), logsKeyArn: keys.replicaKeyArn(KeyClass.PhiData),
 *   secretsKeyArn: keys.replicaKeyArn(KeyClass.Secrets),
 *   alertTopicArn: alerts.criticalTopicArn, recoveryAlertTopicArn: alerts.recoveryTopicArn,
 *   sourceBucketName: data.bucketName, sourceDatabaseArn: data.databaseArn,
 *   database: { instanceClass: "db.m7g.large", storageGiB: 100, maximumStorageGiB: 1000 },
 *   isolatedSubnetIds: recoveryNetwork.isolatedSubnetIds, databaseSecurityGroupId: recoveryNetwork.databaseSecurityGroupId,
 *   objectLock: { mode: ObjectLockMode.Governance, days: 365 },
 * });
 * ```
 */
export class PhiReplica extends pulumi.ComponentResource {
  /** Name of the replica of the PHI bucket. */
  readonly bucketName: pulumi.Output<string>;
  /** ARN of the database's replica. */
  readonly databaseArn: pulumi.Output<string>;
  /** Host and port of the database's replica. */
  readonly databaseEndpoint: pulumi.Output<string>;
  /** Id by which IAM policies name the replica (`rds-db:connect`). */
  readonly databaseResourceId: pulumi.Output<string>;

  constructor(name: string, args: PhiReplicaArgs, opts?: pulumi.ComponentResourceOptions) {
    super("hipaa:index:PhiReplica", name, {}, opts);
    const logRetentionDays = args.logRetentionDays ?? 2192;
    const accessLogRetentionDays = args.accessLogRetentionDays ?? 2557;
    refuseProblems(replicaProblems(args, { logRetentionDays, accessLogRetentionDays }), this, name);

    const bucket = createReplicaBucket(this, name, args, accessLogRetentionDays);
    createReplication(this, name, args, bucket);
    const database = createReplicaDatabase(this, name, args, logRetentionDays);
    if (args.promoted === true) {
      createPromotedBackup(this, name, args);
    }
    createAlarms(this, name, args, database.engine);
    this.bucketName = bucket.versionedName;
    this.databaseArn = database.arn;
    this.databaseEndpoint = database.endpoint;
    this.databaseResourceId = database.resourceId;
    this.registerOutputs({
      bucketName: this.bucketName, databaseArn: this.databaseArn, databaseEndpoint: this.databaseEndpoint, databaseResourceId: this.databaseResourceId,
    });
  }
}
