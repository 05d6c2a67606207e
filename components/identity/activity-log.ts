import { LogDeliveryConfiguration } from "@pulumi/aws/cognito/logDeliveryConfiguration.js";
import type { UserPool } from "@pulumi/aws/cognito/userPool.js";
import type * as pulumi from "@pulumi/pulumi";
import { writtenByServicesOnly } from "../lib/bucket-policies.ts";
import type { Deployment } from "../lib/deployment.ts";
import { logDelivery } from "../lib/log-delivery.ts";
import type { ObjectLock } from "../lib/object-lock.ts";
import { type AccessLogTarget, accessLogBucket, type SecureBucket, secureBucket } from "../lib/secure-bucket.ts";
import { identityNames } from "./identity-names.ts";

export interface ActivityLogSettings {
  readonly deployment: Deployment;
  readonly auditKeyArn: pulumi.Input<string>;
  readonly objectLock: ObjectLock;
  readonly retentionDays: number;
  readonly accessLogBucketName?: string;
}

/**
 * Who signed in, from where, with which result and risk. The events name people and addresses, so
 * they are evidence under the audit key. A bucket, because Cognito writes to no log group that is
 * encrypted with a key of one's own (AWS: CloudWatchLogsConfigurationType).
 */
export function createActivityLog(parent: pulumi.Resource, name: string, pool: UserPool, settings: ActivityLogSettings): SecureBucket {
  const { deployment, auditKeyArn, objectLock, retentionDays } = settings;
  const names = identityNames(deployment);
  const activity = secureBucket(`${name}-sign-ins`, {
    deployment,
    bucket: names.activityBucket,
    classification: "audit",
    keyArn: auditKeyArn,
    lock: objectLock,
    statements: [...logDelivery(deployment, names.activityBucket), writtenByServicesOnly(deployment, names.activityBucket)],
    accessLogs: accessLogTarget(parent, name, settings),
    lifecycle: [{
      id: "retention", status: "Enabled", filter: {},
      transitions: [{ days: 90, storageClass: "GLACIER_IR" }],
      expiration: { days: retentionDays },
      noncurrentVersionExpiration: { noncurrentDays: retentionDays },
      abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
    }],
  }, parent);
  new LogDeliveryConfiguration(`${name}-sign-in-log`, {
    userPoolId: pool.id,
    logConfigurations: [{ eventSource: "userAuthEvents", logLevel: "INFO", s3Configuration: { bucketArn: activity.bucket.arn } }],
  }, { parent, dependsOn: [...activity.guards] });
  return activity;
}

function accessLogTarget(parent: pulumi.Resource, name: string, { deployment, accessLogBucketName, retentionDays }: ActivityLogSettings): AccessLogTarget {
  if (accessLogBucketName !== undefined) {
    return { bucket: accessLogBucketName, readyAfter: [] };
  }
  const names = identityNames(deployment);
  const { guards } = accessLogBucket(`${name}-access-logs`, { deployment, bucket: names.accessLogBucket, sources: [names.activityBucket], retentionDays }, parent);
  return { bucket: names.accessLogBucket, readyAfter: guards };
}
