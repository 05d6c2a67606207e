import type * as pulumi from "@pulumi/pulumi";
import { BackupClass, backedUp } from "../lib/backup-tag.ts";
import { DELETE_MARKERS, keptFor, type LifecycleRule } from "../lib/bucket-lifecycle.ts";
import { accessLogBucket, type SecureBucket, secureBucket } from "../lib/secure-bucket.ts";
import type { AuditTrailArgs } from "./audit-trail.ts";
import { trailNames } from "./trail-names.ts";
import { logBucketStatements } from "./trail-policies.ts";

/** Ages at which logs move and go, in days. */
export interface LogAges {
  readonly retentionDays: number;
  readonly archiveAfterDays: number;
}

/** The buckets of the primary region: the logs, and the access log of the component's buckets. */
export interface LogBuckets {
  readonly logs: SecureBucket;
  readonly accessLogs: SecureBucket;
}

/** The locked bucket of the logs, and the bucket of its access log (S4-30 to S4-38). */
export function createLogBuckets(parent: pulumi.Resource, name: string, args: AuditTrailArgs, ages: LogAges): LogBuckets {
  const { deployment, auditKeyArn, objectLock } = args;
  const names = trailNames(deployment);
  const accessLogs = accessLogBucket(`${name}-access-logs`, {
    deployment, bucket: names.accessLogBucket, sources: [names.logBucket, names.resultBucket], retentionDays: ages.retentionDays,
  }, parent);
  const logs = secureBucket(`${name}-logs`, {
    deployment,
    bucket: names.logBucket,
    classification: "audit",
    tags: backedUp(deployment, BackupClass.Audit),
    keyArn: auditKeyArn,
    lock: objectLock,
    statements: logBucketStatements(deployment, args),
    accessLogs: { bucket: names.accessLogBucket, readyAfter: accessLogs.guards },
    lifecycle: logLifecycle(ages),
  }, parent);
  return { logs, accessLogs };
}

/** Ageing of logs, the same in both regions; ages of replicas count from the original's creation. */
export function logLifecycle({ retentionDays, archiveAfterDays }: LogAges): LifecycleRule[] {
  return [keptFor("archive-and-retention", retentionDays, archiveAfterDays), DELETE_MARKERS];
}
