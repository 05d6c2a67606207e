import { LogDeliveryConfiguration } from "@pulumi/aws/cognito/logDeliveryConfiguration.js";
import type { UserPool } from "@pulumi/aws/cognito/userPool.js";
import type * as pulumi from "@pulumi/pulumi";
import { keptFor } from "../lib/bucket-lifecycle.ts";
import { writtenByServicesOnly } from "../lib/bucket-policies.ts";
import type { Deployment } from "../lib/deployment.ts";
import { logDelivery } from "../lib/log-delivery.ts";
import type { ObjectLock } from "../lib/object-lock.ts";
import { accessLogTarget, type SecureBucket, secureBucket } from "../lib/secure-bucket.ts";
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
  const { deployment, auditKeyArn, objectLock, retentionDays, accessLogBucketName } = settings;
  const names = identityNames(deployment);
  const activity = secureBucket(`${name}-sign-ins`, {
    deployment,
    bucket: names.activityBucket,
    classification: "audit",
    keyArn: auditKeyArn,
    lock: objectLock,
    statements: [...logDelivery(deployment, names.activityBucket), writtenByServicesOnly(deployment, names.activityBucket)],
    accessLogs: accessLogTarget(`${name}-access-logs`, accessLogBucketName, { deployment, bucket: names.accessLogBucket, sources: [names.activityBucket], retentionDays }, parent),
    lifecycle: [keptFor("retention", retentionDays, 90)],
  }, parent);
  new LogDeliveryConfiguration(`${name}-sign-in-log`, {
    userPoolId: pool.id,
    logConfigurations: [{ eventSource: "userAuthEvents", logLevel: "INFO", s3Configuration: { bucketArn: activity.bucket.arn } }],
  }, { parent, dependsOn: [...activity.guards] });
  return activity;
}
