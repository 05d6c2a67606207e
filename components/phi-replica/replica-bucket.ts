import { BucketNotification } from "@pulumi/aws/s3/bucketNotification.js";
import type { BucketReplicationConfig } from "@pulumi/aws/s3/bucketReplicationConfig.js";
import type * as pulumi from "@pulumi/pulumi";
import { restoreRoleArn } from "../lib/backup-tag.ts";
import { DELETE_MARKERS, everyObject, type LifecycleRule } from "../lib/bucket-lifecycle.ts";
import { ownKeyOnly } from "../lib/bucket-policies.ts";
import { replicate } from "../lib/bucket-replication.ts";
import { accessLogBucket, type SecureBucket, secureBucket } from "../lib/secure-bucket.ts";
import { replicaNames, storeNames } from "../lib/store-names.ts";
import type { PhiReplicaArgs } from "./phi-replica.ts";

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
    everyObject("ageing", {
      transitions: [{ days: 365, storageClass: "GLACIER_IR" }],
      noncurrentVersionExpiration: { noncurrentDays: Math.max(365, lockDays) },
    }),
    DELETE_MARKERS,
  ];
}

/** Replication of every object, into the cheaper class from the start. */
export function createReplication(parent: pulumi.Resource, name: string, args: PhiReplicaArgs, replica: SecureBucket): BucketReplicationConfig {
  const { deployment } = args;
  const names = replicaNames(deployment);
  return replicate(name, {
    deployment,
    source: storeNames(deployment).bucket,
    replica: names.bucket,
    keyAlias: args.dataKeyAlias,
    replicateDeleteMarkers: args.replicateDeleteMarkers ?? false,
    versionedSource: args.sourceBucketName,
    target: replica,
    replicaKeyArn: args.dataKeyArn,
    roleName: names.replicationRole,
    purpose: "S3 replicates PHI to the recovery region",
    storageClass: "STANDARD_IA",
  }, parent);
}
