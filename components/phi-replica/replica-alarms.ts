import { MetricAlarm, type MetricAlarmArgs } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import type * as pulumi from "@pulumi/pulumi";
import { REPLICATION_MINUTES, replicationDimensions } from "../lib/bucket-replication.ts";
import type { ChosenEngine } from "../lib/database-engine.ts";
import type { Deployment } from "../lib/deployment.ts";
import { GLOBAL_LAG_SECONDS } from "../lib/global-database.ts";
import { replicaNames, storeNames } from "../lib/store-names.ts";
import type { PhiReplicaArgs } from "./phi-replica.ts";
import { LAG_ALARM_MINUTES } from "./recovery-facts.ts";
import { createRotationAlert } from "./rotation-alert.ts";

/** Bytes in a GiB. */
const GIB = 1024 ** 3;
/** Share of the storage that may be kept for a replica that does not fetch it. */
const KEPT_SHARE = 0.2;

/** An alarm on a store that falls behind, in the region where AWS publishes its metric. */
export interface ReplicaAlarm {
  readonly id: string;
  /** Where the metric is. */
  readonly recovery: boolean;
  /** What happened and what to do; never with PHI. */
  readonly advice: string;
  readonly metric: Pick<MetricAlarmArgs, "namespace" | "metricName" | "statistic" | "dimensions" | "threshold" | "period" | "evaluationPeriods" | "treatMissingData">;
}

/** The alarms of a replicated set of stores. A promoted database has no lag. `storageGiB`: of an instance. */
export function replicaAlarms(deployment: Deployment, engine: ChosenEngine, storageGiB: number, promoted: boolean): readonly ReplicaAlarm[] {
  const [source, replica] = [storeNames(deployment), replicaNames(deployment)];
  const objects = replicationDimensions({ source: source.bucket, replica: replica.bucket });
  const database = promoted ? [] : (engine.cluster ? clusterAlarms(deployment) : instanceAlarms(deployment, engine, storageGiB));
  return [
    ...database,
    {
      id: "bucket-latency", recovery: true,
      advice: `Objects with PHI take more than ${String(REPLICATION_MINUTES)} minutes to be replicated. Compare operations pending with uploads; see the AWS Health Dashboard.`,
      metric: {
        namespace: "AWS/S3", metricName: "ReplicationLatency", statistic: "Maximum", dimensions: objects,
        threshold: REPLICATION_MINUTES * 60, period: 300, evaluationPeriods: 1, treatMissingData: "notBreaching",
      },
    },
    {
      id: "bucket-failures", recovery: false,
      advice: "Objects with PHI were not replicated, and will not be by themselves. Check the replication role and both keys, then replicate them with S3 Batch Replication; the inventory lists them.",
      metric: {
        namespace: "AWS/S3", metricName: "OperationsFailedReplication", statistic: "Sum", dimensions: objects,
        threshold: 0, period: 300, evaluationPeriods: 1, treatMissingData: "notBreaching",
      },
    },
    {
      id: "records-latency", recovery: false,
      advice: "Records reach the other region more than a minute late. See the AWS Health Dashboard; do not fail over before it is caught up unless the region is lost.",
      metric: {
        namespace: "AWS/DynamoDB", metricName: "ReplicationLatency", statistic: "Average", dimensions: { TableName: source.recordsTable, ReceivingRegion: deployment.recoveryRegion },
        threshold: 60_000, period: 60, evaluationPeriods: 5, treatMissingData: "notBreaching",
      },
    },
  ];
}

/** Alarms of a read replica and of what its source keeps for it. */
function instanceAlarms(deployment: Deployment, engine: ChosenEngine, storageGiB: number): readonly ReplicaAlarm[] {
  return [
    {
      id: "database-lag", recovery: true,
      advice: `The database's replica is more than ${String(LAG_ALARM_MINUTES)} minutes behind, or silent: a failover now would lose that much. Look for long transactions on the source and for load on the replica.`,
      metric: {
        namespace: "AWS/RDS", metricName: "ReplicaLag", statistic: "Maximum", dimensions: { DBInstanceIdentifier: replicaNames(deployment).database },
        threshold: LAG_ALARM_MINUTES * 60, period: 60, evaluationPeriods: 3, treatMissingData: "breaching",
      },
    },
    ...(engine.keptForReplica === undefined ? [] : [{
      id: "database-kept-for-replica", recovery: false,
      advice: "The database keeps a fifth of its storage for a replica that does not fetch it, and stops when storage is full. Repair the replica, or delete it and make it anew.",
      metric: {
        namespace: "AWS/RDS", metricName: engine.keptForReplica, statistic: "Maximum", dimensions: { DBInstanceIdentifier: storeNames(deployment).database },
        threshold: Math.round(storageGiB * KEPT_SHARE) * GIB, period: 300, evaluationPeriods: 3, treatMissingData: "notBreaching",
      },
    }]),
  ];
}

/** Alarms of a secondary cluster, at half of the lag that the global database allows; AWS measures in the secondary's region alone. */
function clusterAlarms(deployment: Deployment): readonly ReplicaAlarm[] {
  const common = {
    namespace: "AWS/RDS", statistic: "Maximum", dimensions: { DBClusterIdentifier: replicaNames(deployment).database },
    threshold: (GLOBAL_LAG_SECONDS / 2) * 1000, period: 60, evaluationPeriods: 3,
  } as const;
  return [
    {
      id: "database-lag", recovery: true,
      advice: `The database's replica is more than ${String(GLOBAL_LAG_SECONDS / 2)} seconds behind, or silent. Look at the source's write load, at the replica's capacity and at the AWS Health Dashboard.`,
      metric: { ...common, metricName: "AuroraGlobalDBReplicationLag", treatMissingData: "breaching" },
    },
    {
      id: "database-unreplicated-commits", recovery: true,
      advice: `Commits reach the database's replica so late that the source will soon hold them back (at ${String(GLOBAL_LAG_SECONDS)} seconds). Look at the source's write load; where the replica is lost, raise rds.global_db_rpo of the source's parameter group, which lifts the bound at once.`,
      metric: { ...common, metricName: "AuroraGlobalDBRPOLag", treatMissingData: "notBreaching" },
    },
  ];
}

/** Makes the alarms. They carry no object names, as S3's own events would (X-15). */
export function createAlarms(parent: pulumi.Resource, name: string, args: PhiReplicaArgs, engine: ChosenEngine): void {
  const { deployment, alertTopicArn, recoveryAlertTopicArn } = args;
  createRotationAlert(parent, name, deployment, alertTopicArn);
  for (const alarm of replicaAlarms(deployment, engine, args.database.storageGiB ?? 0, args.promoted ?? false)) {
    const topicArn = alarm.recovery ? recoveryAlertTopicArn : alertTopicArn;
    new MetricAlarm(`${name}-${alarm.id}`, {
      ...(alarm.recovery ? { region: deployment.recoveryRegion } : {}),
      name: `${deployment.prefix}-replica-${alarm.id}`,
      alarmDescription: alarm.advice,
      ...alarm.metric,
      comparisonOperator: "GreaterThanThreshold",
      alarmActions: [topicArn],
      insufficientDataActions: [topicArn],
    }, { parent });
  }
}
