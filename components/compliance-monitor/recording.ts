import { DeliveryChannel } from "@pulumi/aws/cfg/deliveryChannel.js";
import { Recorder } from "@pulumi/aws/cfg/recorder.js";
import { RecorderStatus } from "@pulumi/aws/cfg/recorderStatus.js";
import { RetentionConfiguration } from "@pulumi/aws/cfg/retentionConfiguration.js";
import { ServiceLinkedRole } from "@pulumi/aws/iam/serviceLinkedRole.js";
import * as pulumi from "@pulumi/pulumi";
import { keptFor } from "../lib/bucket-lifecycle.ts";
import { arnOf } from "../lib/deployment.ts";
import { accessLogBucket, secureBucket } from "../lib/secure-bucket.ts";
import type { ComplianceMonitorArgs } from "./compliance-monitor.ts";
import { monitorNames } from "./monitor-names.ts";
import { historyBucketStatements } from "./recording-policies.ts";

/** Where the history goes. */
export interface History {
  readonly bucketName: pulumi.Output<string>;
  /** Key of the delivered files; absent where the owner of the bucket decides. */
  readonly keyArn: pulumi.Input<string> | undefined;
  /** What must exist before AWS Config delivers. */
  readonly guards: readonly pulumi.Resource[];
}

/** The account's own bucket for the history, or the one that is given. */
export function createHistory(parent: pulumi.Resource, name: string, args: ComplianceMonitorArgs, retentionDays: number, archiveAfterDays: number): History {
  const { deployment, auditKeyArn, historyBucketName } = args;
  if (historyBucketName !== undefined) {
    return { bucketName: pulumi.output(historyBucketName), keyArn: undefined, guards: [] };
  }
  const names = monitorNames(deployment);
  const accessLogs = accessLogBucket(`${name}-access-logs`, { deployment, bucket: names.accessLogBucket, sources: [names.historyBucket], retentionDays }, parent);
  const history = secureBucket(`${name}-history`, {
    deployment,
    bucket: names.historyBucket,
    classification: "audit",
    keyArn: auditKeyArn,
    statements: historyBucketStatements(deployment, names.historyBucket),
    accessLogs: { bucket: names.accessLogBucket, readyAfter: accessLogs.guards },
    lifecycle: [keptFor("archive-and-retention", retentionDays, archiveAfterDays)],
  }, parent);
  return { bucketName: history.bucket.bucket, keyArn: auditKeyArn, guards: history.guards };
}

/** The role that AWS Config keeps for itself; Security Hub asks for this one (control Config.1). */
export function createServiceRole(parent: pulumi.Resource, name: string, args: ComplianceMonitorArgs): pulumi.Output<string> {
  return args.serviceRoleExists ?? false
    ? pulumi.output(arnOf(args.deployment, "iam", "role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig", ""))
    : new ServiceLinkedRole(`${name}-service-role`, { awsServiceName: "config.amazonaws.com", description: "AWS Config reads what it records" }, { parent }).arn;
}

export interface RecordingSpec {
  /** End of the resources' names; empty for the primary region. */
  readonly place: string;
  readonly region: string;
  readonly roleArn: pulumi.Output<string>;
  readonly history: History;
}

/** Most days that AWS Config keeps items: seven years. */
const ITEM_RETENTION_DAYS = 2557;

/**
 * Recorder, channel and switch of one region. Users, roles and policies are recorded in the primary
 * region alone: elsewhere each would be recorded, and paid, once more.
 */
export function createRecording(parent: pulumi.Resource, name: string, args: ComplianceMonitorArgs, { place, region, roleArn, history }: RecordingSpec): RecorderStatus {
  const { recorder: recorderName } = monitorNames(args.deployment);
  const recorder = new Recorder(`${name}-recorder${place}`, {
    name: recorderName,
    region,
    roleArn,
    recordingGroup: {
      allSupported: true,
      includeGlobalResourceTypes: region === args.deployment.region,
      recordingStrategies: [{ useOnly: "ALL_SUPPORTED_RESOURCE_TYPES" }],
    },
    recordingMode: { recordingFrequency: "CONTINUOUS" },
  }, { parent, protect: true });
  const channel = new DeliveryChannel(`${name}-channel${place}`, {
    name: recorderName,
    region,
    s3BucketName: history.bucketName,
    ...(history.keyArn === undefined ? {} : { s3KmsKeyArn: history.keyArn }),
    snapshotDeliveryProperties: { deliveryFrequency: "TwentyFour_Hours" },
  }, { parent, dependsOn: [recorder, ...history.guards] });
  new RetentionConfiguration(`${name}-items${place}`, { retentionPeriodInDays: ITEM_RETENTION_DAYS, region }, { parent, dependsOn: [recorder] });
  return new RecorderStatus(`${name}-recording${place}`, { name: recorder.name, isEnabled: true, region }, { parent, dependsOn: [channel] });
}
