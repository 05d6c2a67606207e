import { MetricAlarm } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import type * as pulumi from "@pulumi/pulumi";
import { replicate, REPLICATION_MINUTES, replicationDimensions } from "../lib/bucket-replication.ts";
import type { Deployment } from "../lib/deployment.ts";
import { accessLogBucket, type SecureBucket, secureBucket } from "../lib/secure-bucket.ts";
import type { AuditTrailArgs } from "./audit-trail.ts";
import { type LogAges, logLifecycle } from "./log-buckets.ts";
import { trailNames } from "./trail-names.ts";
import { replicaBucketStatements } from "./trail-policies.ts";

/** The logs' replica in the recovery region. */
export interface LogReplica {
  readonly replica: SecureBucket;
  /** What must stand before the first log is written, or that log has no replica. */
  readonly replication: pulumi.Resource;
}

/** A replica of the logs in the recovery region, as locked, closed and logged as they are, and its alarms; undefined where none is asked for. */
export function createLogReplica(parent: pulumi.Resource, name: string, args: AuditTrailArgs, logs: SecureBucket, ages: LogAges): LogReplica | undefined {
  const { deployment, alertTopicArn, recoveryAuditKeyArn, recoveryAlertTopicArn } = args;
  if (recoveryAuditKeyArn === undefined || recoveryAlertTopicArn === undefined) {
    return undefined;
  }
  const names = trailNames(deployment);
  const replica = createReplicaBucket(parent, `${name}-replica`, args, recoveryAuditKeyArn, ages);
  const replication = replicate(name, {
    deployment,
    source: names.logBucket,
    replica: names.replicaBucket,
    keyAlias: args.auditKeyAlias,
    // A deletion by mistake or malice stays in one region.
    replicateDeleteMarkers: false,
    versionedSource: logs.versionedName,
    target: replica,
    replicaKeyArn: recoveryAuditKeyArn,
    roleName: names.replicationRole,
    purpose: "S3 replicates audit logs to the recovery region",
  }, parent);
  createReplicationAlarms(parent, name, deployment, { alertTopicArn, recoveryAlertTopicArn });
  return { replica, replication };
}

function createReplicaBucket(parent: pulumi.Resource, name: string, args: AuditTrailArgs, keyArn: pulumi.Input<string>, ages: LogAges): SecureBucket {
  const { deployment, objectLock } = args;
  const { recoveryRegion: region } = deployment;
  const names = trailNames(deployment);
  const accessLogs = accessLogBucket(`${name}-access-logs`, {
    deployment, region, bucket: names.replicaAccessLogBucket, sources: [names.replicaBucket], retentionDays: ages.retentionDays,
  }, parent);
  return secureBucket(`${name}-logs`, {
    deployment, region,
    bucket: names.replicaBucket,
    classification: "audit",
    keyArn,
    lock: objectLock,
    statements: replicaBucketStatements(deployment, args),
    accessLogs: { bucket: names.replicaAccessLogBucket, readyAfter: accessLogs.guards },
    lifecycle: logLifecycle(ages),
  }, parent);
}

interface Topics {
  readonly alertTopicArn: pulumi.Input<string>;
  readonly recoveryAlertTopicArn: pulumi.Input<string>;
}

/** Each where S3 publishes its metric: latency with the replica, failures with the source. */
function createReplicationAlarms(parent: pulumi.Resource, name: string, deployment: Deployment, { alertTopicArn, recoveryAlertTopicArn }: Topics): void {
  const { logBucket, replicaBucket } = trailNames(deployment);
  const shared = {
    namespace: "AWS/S3",
    dimensions: replicationDimensions({ source: logBucket, replica: replicaBucket }),
    period: 300,
    evaluationPeriods: 1,
    comparisonOperator: "GreaterThanThreshold",
    treatMissingData: "notBreaching",
  };
  new MetricAlarm(`${name}-replica-latency`, {
    ...shared,
    name: `${deployment.prefix}-audit-replica-latency`,
    region: deployment.recoveryRegion,
    alarmDescription: `Audit logs take more than ${String(REPLICATION_MINUTES)} minutes to reach ${deployment.recoveryRegion}. See the AWS Health Dashboard; nothing is lost as long as the logs in ${deployment.region} stand.`,
    metricName: "ReplicationLatency",
    statistic: "Maximum",
    threshold: REPLICATION_MINUTES * 60,
    alarmActions: [recoveryAlertTopicArn],
    insufficientDataActions: [recoveryAlertTopicArn],
  }, { parent });
  new MetricAlarm(`${name}-replica-failures`, {
    ...shared,
    name: `${deployment.prefix}-audit-replica-failures`,
    alarmDescription: "Audit logs were not replicated, and will not be by themselves. Check the replication role and both keys, then replicate them with S3 Batch Replication.",
    metricName: "OperationsFailedReplication",
    statistic: "Sum",
    threshold: 0,
    alarmActions: [alertTopicArn],
    insufficientDataActions: [alertTopicArn],
  }, { parent });
}
