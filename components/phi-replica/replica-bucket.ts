import { Policy } from "@pulumi/aws/iam/policy.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import { BucketNotification } from "@pulumi/aws/s3/bucketNotification.js";
import { BucketReplicationConfig } from "@pulumi/aws/s3/bucketReplicationConfig.js";
import type * as pulumi from "@pulumi/pulumi";
import { restoreRoleArn } from "../lib/backup-tag.ts";
import { ownKeyOnly } from "../lib/bucket-policies.ts";
import { classified } from "../lib/data-classification.ts";
import { bucketArn, type Deployment } from "../lib/deployment.ts";
import { policyDocument, type Statement } from "../lib/policy-document.ts";
import { accessLogBucket, type LifecycleRule, type SecureBucket, secureBucket } from "../lib/secure-bucket.ts";
import { replicaNames, storeNames } from "../lib/store-names.ts";
import type { PhiReplicaArgs } from "./phi-replica.ts";
import { REPLICATION_MINUTES } from "./recovery-facts.ts";
import { replicationPolicy } from "./replication-policy.ts";

/** Name of the one replication rule; metrics carry it. */
export const REPLICATION_RULE = "every-object";

/** The bucket's replica in the recovery region, locked as the original, with an access log of its own. */
export function createReplicaBucket(parent: pulumi.Resource, name: string, args: PhiReplicaArgs, accessLogRetentionDays: number): SecureBucket {
  const { deployment, dataKeyArn, objectLock } = args;
  const { recoveryRegion: region } = deployment;
  const names = replicaNames(deployment);
  const accessLogs = accessLogBucket(`${name}-access-logs`, { deployment, region, bucket: names.accessLogBucket, sources: [names.bucket], retentionDays: accessLogRetentionDays }, parent);
  const replica = secureBucket(`${name}-bucket`, {
    deployment, region,
    bucket: names.bucket,
    classification: "phi",
    keyArn: dataKeyArn,
    lock: objectLock,
    statements: [ownKeyOnly(deployment, names.bucket, [restoreRoleArn(deployment)])],
    accessLogs: { bucket: names.accessLogBucket, readyAfter: accessLogs.guards },
    lifecycle: replicaLifecycle(objectLock.days),
  }, parent);
  new BucketNotification(`${name}-bucket-events`, { region, bucket: replica.bucket.bucket, eventbridge: true }, { parent: replica.bucket, retainOnDelete: true });
  return replica;
}

/** Ageing of replicas, which start in the cheaper class; ages count from the original's creation. */
export function replicaLifecycle(lockDays: number): LifecycleRule[] {
  return [
    {
      id: "ageing", status: "Enabled", filter: {},
      transitions: [{ days: 365, storageClass: "GLACIER_IR" }],
      noncurrentVersionExpiration: { noncurrentDays: Math.max(365, lockDays) },
      abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
    },
    { id: "delete-markers", status: "Enabled", filter: {}, expiration: { expiredObjectDeleteMarker: true } },
  ];
}

/** Replication of every object within 15 minutes, measured, under a role that can do nothing else. */
export function createReplication(parent: pulumi.Resource, name: string, args: PhiReplicaArgs, replica: SecureBucket): BucketReplicationConfig {
  const { deployment, dataKeyAlias, dataKeyArn } = args;
  const replicateDeleteMarkers = args.replicateDeleteMarkers ?? false;
  const role = createRole(parent, name, deployment, replicationPolicy({ deployment, dataKeyAlias, replicateDeleteMarkers }));
  return new BucketReplicationConfig(`${name}-replication`, {
    bucket: args.sourceBucketName,
    role: role.role.arn,
    rules: [{
      id: REPLICATION_RULE,
      priority: 0,
      status: "Enabled",
      filter: { prefix: "" },
      deleteMarkerReplication: { status: replicateDeleteMarkers ? "Enabled" : "Disabled" },
      sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } },
      destination: {
        bucket: replica.bucket.arn,
        storageClass: "STANDARD_IA",
        encryptionConfiguration: { replicaKmsKeyId: dataKeyArn },
        metrics: { status: "Enabled", eventThreshold: { minutes: REPLICATION_MINUTES } },
        replicationTime: { status: "Enabled", time: { minutes: REPLICATION_MINUTES } },
      },
    }],
  }, { parent, dependsOn: [...replica.guards, role.permission] });
}

function createRole(parent: pulumi.Resource, name: string, deployment: Deployment, document: string): { readonly role: Role; readonly permission: pulumi.Resource } {
  const { replicationRole } = replicaNames(deployment);
  const role = new Role(`${name}-replication-role`, {
    name: replicationRole, description: "S3 replicates PHI to the recovery region", assumeRolePolicy: policyDocument([replicationTrust(deployment)]), tags: classified("operational"),
  }, { parent });
  const policy = new Policy(`${name}-replication-policy`, { name: replicationRole, description: "Read the PHI bucket, write its replica", policy: document }, { parent });
  return { role, permission: new RolePolicyAttachment(`${name}-replication-permission`, { role: role.name, policyArn: policy.arn }, { parent }) };
}

/** Replication sends which bucket it works for only in some of its calls; where it does, it must be this one. */
function replicationTrust(deployment: Deployment): Statement {
  return {
    sid: "AssumedByReplication",
    reason: "only S3, for the PHI bucket of this account",
    principals: { Service: ["s3.amazonaws.com"] },
    actions: ["sts:AssumeRole"],
    conditions: {
      StringEqualsIfExists: { "aws:SourceAccount": deployment.accountId },
      ArnLikeIfExists: { "aws:SourceArn": bucketArn(deployment, storeNames(deployment).bucket) },
    },
  };
}
