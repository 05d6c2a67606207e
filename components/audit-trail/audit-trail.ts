import { Trail } from "@pulumi/aws/cloudtrail/trail.js";
import * as pulumi from "@pulumi/pulumi";
import { classified } from "../lib/data-classification.ts";
import type { Deployment } from "../lib/deployment.ts";
import type { ObjectLock } from "../lib/object-lock.ts";
import { refuseProblems } from "../lib/problems.ts";
import { accessLogBucket, type SecureBucket, secureBucket } from "../lib/secure-bucket.ts";
import { eventSelectors } from "./event-selectors.ts";
import { createAlarms } from "./trail-alarms.ts";
import { trailNames } from "./trail-names.ts";
import { logBucketStatements } from "./trail-policies.ts";
import { trailProblems } from "./trail-problems.ts";
import { createQueries } from "./trail-queries.ts";
import { createStream, type Stream } from "./trail-stream.ts";

export interface AuditTrailArgs {
  readonly deployment: Deployment;
  /** Key of the log files; its policy lets CloudTrail encrypt for trails of the account. */
  readonly auditKeyArn: pulumi.Input<string>;
  /** Key of the CloudWatch log group and of query results. */
  readonly logsKeyArn: pulumi.Input<string>;
  /** Object Lock of the log bucket; its days may not exceed `retentionDays`. */
  readonly objectLock: ObjectLock;
  /** Names of buckets whose object reads and writes are recorded; never the trail's own. */
  readonly phiBuckets: string[];
  /** Names of tables whose item reads and writes are recorded. */
  readonly phiTables: string[];
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
   * Topic that alarms are sent to.
   * @default a topic of the trail's own, encrypted with `messagesKeyArn`
   */
  readonly alertTopicArn?: pulumi.Input<string>;
  /**
   * Key of the trail's own topic; needed where `alertTopicArn` is absent.
   * @default none: `alertTopicArn` takes the alarms
   */
  readonly messagesKeyArn?: pulumi.Input<string>;
  /**
   * Id of the AWS organization, for a trail of all its accounts (S1-29). The deployment's account
   * must be its management account or CloudTrail's delegated administrator.
   * @default a trail of this account
   */
  readonly organizationId?: string;
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
 * management events and the data events of PHI stores; only CloudTrail writes to its bucket, which is
 * versioned, locked (Object Lock), private, TLS only and logged itself; logs move to Glacier and are
 * deleted by age alone; denied calls, root use, failed sign-ins and changes of networks, identities,
 * keys and of the trail itself raise alarms; saved queries answer who accessed which records. Trail
 * and buckets survive the removal of the stack.
 *
 * Requirement rows: S1-29, S1-31, S1-32, S1-35, S3-31 to S3-42, S3-67, S4-26 to S4-50, X-01, X-12.
 * Upholds 45 CFR 164.312(b), 164.312(c)(1), 164.308(a)(1)(ii)(D), 164.308(a)(5)(ii)(C), 164.316(b)(2)(i).
 *
 * #### Cost
 * Management events are free once; data events 0.10 USD per 100,000; alarms 0.10 USD each, 1.50 USD;
 * log ingestion 0.50 USD per GB. A small platform: about 5 USD a month.
 *
 * @example
 * ```typescript
 * const audit = new AuditTrail("hipaa-dev-audit", {
 *   deployment,
 *   auditKeyArn: keys.keyArn(KeyClass.Audit), logsKeyArn: keys.keyArn(KeyClass.Logs), messagesKeyArn: keys.keyArn(KeyClass.Messages),
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
  /** Name of the bucket with the log bucket's access log. */
  readonly accessLogBucketName: pulumi.Output<string>;
  /** Log group of the stream (S4-97); empty where the trail is not streamed to CloudWatch. */
  readonly logGroupName: pulumi.Output<string>;
  /** Topic of the alarms; empty where the trail is not streamed to CloudWatch. */
  readonly alertTopicArn: pulumi.Output<string>;
  /** Athena workgroup with the saved queries. */
  readonly workgroupName: pulumi.Output<string>;

  constructor(name: string, args: AuditTrailArgs, opts?: pulumi.ComponentResourceOptions) {
    super("hipaa:index:AuditTrail", name, {}, opts);
    const retentionDays = args.retentionDays ?? 2557;
    const archiveAfterDays = args.archiveAfterDays ?? 90;
    const logGroupRetentionDays = args.logGroupRetentionDays ?? 365;
    refuseProblems(trailProblems(args, { retentionDays, archiveAfterDays, logGroupRetentionDays }), this, name);

    const accessLogs = createAccessLogs(this, name, args, retentionDays);
    const logs = createLogBucket(this, name, args, { retentionDays, archiveAfterDays }, accessLogs);
    const stream = args.trailToCloudWatch ?? true ? createStream(this, name, args, logGroupRetentionDays) : undefined;
    const trail = createTrail(this, name, args, logs, stream);
    this.trailArn = trail.arn;
    this.logBucketName = logs.bucket.bucket;
    this.accessLogBucketName = accessLogs.bucket.bucket;
    this.logGroupName = stream?.logGroup.name ?? pulumi.output("");
    this.alertTopicArn = stream === undefined ? pulumi.output("") : createAlarms(this, name, args, stream.logGroup);
    this.workgroupName = createQueries(this, name, args, retentionDays, accessLogs);
    this.registerOutputs({
      trailArn: this.trailArn, logBucketName: this.logBucketName, accessLogBucketName: this.accessLogBucketName, logGroupName: this.logGroupName, alertTopicArn: this.alertTopicArn,
      workgroupName: this.workgroupName,
    });
  }
}

function createAccessLogs(parent: AuditTrail, name: string, { deployment }: AuditTrailArgs, retentionDays: number): SecureBucket {
  const names = trailNames(deployment);
  return accessLogBucket(`${name}-access-logs`, { deployment, bucket: names.accessLogBucket, sources: [names.logBucket, names.resultBucket], retentionDays }, parent);
}

function createLogBucket(
  parent: AuditTrail, name: string, args: AuditTrailArgs, days: { readonly retentionDays: number; readonly archiveAfterDays: number }, accessLogs: SecureBucket,
): SecureBucket {
  const { deployment, auditKeyArn, objectLock, organizationId } = args;
  const names = trailNames(deployment);
  return secureBucket(`${name}-logs`, {
    deployment,
    bucket: names.logBucket,
    classification: "audit",
    keyArn: auditKeyArn,
    lock: objectLock,
    statements: logBucketStatements(deployment, organizationId),
    accessLogs: { bucket: names.accessLogBucket, readyAfter: accessLogs.guards },
    lifecycle: [
      {
        id: "archive-and-retention", status: "Enabled", filter: {},
        // Instant Retrieval, so that six years of logs stay within reach of Athena without a restore.
        transitions: [{ days: days.archiveAfterDays, storageClass: "GLACIER_IR" }],
        expiration: { days: days.retentionDays },
        // A delete marker hides a log and starts this clock: it must not run out before the log's own time.
        noncurrentVersionExpiration: { noncurrentDays: days.retentionDays },
        abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
      },
      { id: "delete-markers", status: "Enabled", filter: {}, expiration: { expiredObjectDeleteMarker: true } },
    ],
  }, parent);
}

function createTrail(parent: AuditTrail, name: string, args: AuditTrailArgs, logs: SecureBucket, stream: Stream | undefined): Trail {
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
  }, { parent, protect: true, dependsOn: [...logs.guards, ...(stream === undefined ? [] : [stream.permission])] });
}
