import { Trail } from "@pulumi/aws/cloudtrail/trail.js";
import * as pulumi from "@pulumi/pulumi";
import { classified } from "../lib/data-classification.ts";
import type { Deployment } from "../lib/deployment.ts";
import type { ObjectLock } from "../lib/object-lock.ts";
import { refuseProblems } from "../lib/problems.ts";
import type { SecureBucket } from "../lib/secure-bucket.ts";
import { eventSelectors } from "./event-selectors.ts";
import { createLogBuckets } from "./log-buckets.ts";
import { createLogQueries } from "./log-queries.ts";
import { createLogReplica, type LogReplica } from "./log-replica.ts";
import { createAlarms } from "./trail-alarms.ts";
import { trailNames } from "./trail-names.ts";
import { trailProblems } from "./trail-problems.ts";
import { createQueries } from "./trail-queries.ts";
import { createStream, type Stream } from "./trail-stream.ts";

export interface AuditTrailArgs {
  readonly deployment: Deployment;
  /** Key of the log files; its policy lets CloudTrail and the delivery of flow logs encrypt for the account. */
  readonly auditKeyArn: pulumi.Input<string>;
  /** Its alias, by which replication may use it and its replica. */
  readonly auditKeyAlias: string;
  /** Topic that alarms are sent to; its policy and its key let CloudWatch publish. */
  readonly alertTopicArn: pulumi.Input<string>;
  /** Object Lock of the log bucket and its replica; its days may not exceed `retentionDays`. */
  readonly objectLock: ObjectLock;
  /** Names of buckets whose object reads and writes are recorded; never the trail's own. */
  readonly phiBuckets: string[];
  /** Names of tables whose item reads and writes are recorded. */
  readonly phiTables: string[];
  /**
   * The audit key's replica in the recovery region: with it, every log is replicated there.
   * @default the logs stay in one region, where Object Lock and three zones keep them
   */
  readonly recoveryAuditKeyArn?: pulumi.Input<string>;
  /**
   * Topic of the recovery region, for alarms there; needed with `recoveryAuditKeyArn`.
   * @default none: nothing is replicated
   */
  readonly recoveryAlertTopicArn?: pulumi.Input<string>;
  /**
   * Key of the CloudWatch log group and of query results, which are copies of the evidence.
   * @default `auditKeyArn`
   */
  readonly logsKeyArn?: pulumi.Input<string>;
  /**
   * Days after which logs are deleted, 365 or more. X-01 asks for six years (2192) in production.
   * @default 2557, seven years
   */
  readonly retentionDays?: number;
  /**
   * Days after which logs move to S3 Glacier, where Athena still reads them (S4-33).
   * @default 90
   */
  readonly archiveAfterDays?: number;
  /**
   * Whether the trail is streamed to CloudWatch Logs; the alarms need it (S4-31).
   * @default true
   */
  readonly trailToCloudWatch?: boolean;
  /**
   * Days for which CloudWatch keeps the stream; the bucket keeps the evidence.
   * @default 365 (S4-102)
   */
  readonly logGroupRetentionDays?: number;
  /**
   * Id of the AWS organization, for a trail of all its accounts (S1-29). The deployment's account
   * must be its management account, which owns such a trail whoever creates it.
   * @default a trail of this account
   */
  readonly organizationId?: string;
  /**
   * ARNs of the roles that may read log files as they are, as who validates their signatures must
   * (`aws cloudtrail validate-logs`).
   * @default AWS Backup's alone; people read logs by Athena (S2-53)
   */
  readonly logReaderRoleArns?: string[];
  /**
   * Regions whose events Athena reads; all are recorded.
   * @default the deployment's two regions, and us-east-1, which records global services
   */
  readonly queryRegions?: string[];
}

/**
 * The record of who did what, in all regions, that nobody can change.
 *
 * Guarantees: one multi-region trail with signed digests, encrypted with the audit key, records all
 * management events and the data events of PHI stores, in both regions, of functions and of Bedrock;
 * only CloudTrail, and AWS's delivery of flow logs, write to its bucket, which is versioned, locked
 * (Object Lock), private, TLS only and logged itself, and read by queries or named roles alone; logs move to Glacier and are deleted by age
 * alone. On request, every log is replicated within 15 minutes to a bucket in the recovery region that
 * is guarded alike, where only the replication role writes. Denied calls, root use, failed sign-ins and changes of
 * networks, identities, keys and of the trail itself raise alarms that say what to do; saved queries
 * answer who accessed which records and what crossed the network. Trail and buckets survive the
 * removal of the stack. S3 leaves logs under 128 KB where they are, as Glacier bills each as that much.
 *
 * Requirement rows: S1-29, S1-31, S1-32, S1-35, S2-53, S3-31 to S3-42, S3-67, S4-26 to S4-51, X-01, X-12.
 * Upholds 45 CFR 164.312(b), 164.312(c)(1), 164.308(a)(1)(ii)(D), 164.308(a)(5)(ii)(C), 164.316(b)(2)(i).
 *
 * #### Cost
 * Management events are free once; data events 0.10 USD per 100,000; alarms 0.10 USD each, 1.70 USD;
 * log ingestion 0.50 USD per GB; of the replica, per GB of logs, 0.02 USD for the transfer, 0.015 for
 * the time control and its storage, and 1.20 USD for its metrics. A small platform: about 8 USD a month.
 *
 * @example
 * ```typescript
 * const audit = new AuditTrail("hipaa-dev-audit", {
 *   deployment,
 *   auditKeyArn: keys.keyArn(KeyClass.Audit), auditKeyAlias: keyAlias(deployment.prefix, KeyClass.Audit),
 *   recoveryAuditKeyArn: keys.replicaKeyArn(KeyClass.Audit), logsKeyArn: keys.keyArn(KeyClass.Logs),
 *   alertTopicArn: alerts.criticalTopicArn, recoveryAlertTopicArn: alerts.recoveryTopicArn,
 *   objectLock: { mode: ObjectLockMode.Governance, days: 365 },
 *   phiBuckets: [storeNames(deployment).bucket], phiTables: [storeNames(deployment).recordsTable],
 * });
 * ```
 */
export class AuditTrail extends pulumi.ComponentResource {
  /** ARN of the trail. */
  readonly trailArn: pulumi.Output<string>;
  /** Name of the locked bucket with the logs. */
  readonly logBucketName: pulumi.Output<string>;
  /** Name of its replica in the recovery region; empty where there is none. */
  readonly replicaBucketName: pulumi.Output<string>;
  /** ARN of the log bucket, once AWS may deliver flow logs to it. */
  readonly flowLogBucketArn: pulumi.Output<string>;
  /** ARN of its replica, once AWS may deliver flow logs of the recovery region to it; empty where there is none. */
  readonly recoveryFlowLogBucketArn: pulumi.Output<string>;
  /** Name of the bucket with the log bucket's access log. */
  readonly accessLogBucketName: pulumi.Output<string>;
  /** Log group of the stream (S4-97); empty where the trail is not streamed to CloudWatch. */
  readonly logGroupName: pulumi.Output<string>;
  /** Athena workgroup with the saved queries. */
  readonly workgroupName: pulumi.Output<string>;

  constructor(name: string, args: AuditTrailArgs, opts?: pulumi.ComponentResourceOptions) {
    super("hipaa:index:AuditTrail", name, {}, opts);
    const retentionDays = args.retentionDays ?? 2557;
    const archiveAfterDays = args.archiveAfterDays ?? 90;
    const logGroupRetentionDays = args.logGroupRetentionDays ?? 365;
    refuseProblems(trailProblems(args, { retentionDays, archiveAfterDays, logGroupRetentionDays }), this, name);

    const ages = { retentionDays, archiveAfterDays };
    const { logs, accessLogs } = createLogBuckets(this, name, args, ages);
    const replica = createLogReplica(this, name, args, logs, ages);
    const stream = args.trailToCloudWatch ?? true ? createStream(this, name, args, logGroupRetentionDays) : undefined;
    const trail = createTrail(this, name, args, { logs, replica, stream });
    if (stream !== undefined) {
      createAlarms(this, name, args, stream.logGroup);
      createLogQueries(this, name, args.deployment, stream.logGroup);
    }
    this.trailArn = trail.arn;
    this.logBucketName = logs.bucket.bucket;
    this.replicaBucketName = replica?.replica.bucket.bucket ?? pulumi.output("");
    this.flowLogBucketArn = logs.guardedArn;
    this.recoveryFlowLogBucketArn = replica?.replica.guardedArn ?? pulumi.output("");
    this.accessLogBucketName = accessLogs.bucket.bucket;
    this.logGroupName = stream?.logGroup.name ?? pulumi.output("");
    this.workgroupName = createQueries(this, name, args, retentionDays, accessLogs);
    this.registerOutputs({
      trailArn: this.trailArn, logBucketName: this.logBucketName, replicaBucketName: this.replicaBucketName, flowLogBucketArn: this.flowLogBucketArn,
      recoveryFlowLogBucketArn: this.recoveryFlowLogBucketArn, accessLogBucketName: this.accessLogBucketName, logGroupName: this.logGroupName, workgroupName: this.workgroupName,
    });
  }
}

interface TrailTargets {
  readonly logs: SecureBucket;
  readonly replica: LogReplica | undefined;
  readonly stream: Stream | undefined;
}

function createTrail(parent: AuditTrail, name: string, args: AuditTrailArgs, { logs, replica, stream }: TrailTargets): Trail {
  const { deployment, auditKeyArn, phiBuckets, phiTables, organizationId } = args;
  const names = trailNames(deployment);
  return new Trail(`${name}-trail`, {
    name: names.trail,
    s3BucketName: logs.bucket.bucket,
    kmsKeyId: auditKeyArn,
    enableLogging: true,
    enableLogFileValidation: true,
    isMultiRegionTrail: true,
    includeGlobalServiceEvents: true,
    isOrganizationTrail: organizationId !== undefined,
    advancedEventSelectors: eventSelectors(deployment, { buckets: phiBuckets, tables: phiTables }),
    ...(stream === undefined ? {} : {
      cloudWatchLogsGroupArn: pulumi.interpolate`${stream.logGroup.arn}:*`,
      cloudWatchLogsRoleArn: stream.role.arn,
    }),
    tags: classified("audit", { Name: names.trail }),
  }, { parent, protect: true, dependsOn: [...logs.guards, ...(replica === undefined ? [] : [replica.replication]), ...(stream === undefined ? [] : stream.permissions)] });
}
