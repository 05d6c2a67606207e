import { BucketNotification } from "@pulumi/aws/s3/bucketNotification.js";
import { Inventory } from "@pulumi/aws/s3/inventory.js";
import type * as pulumi from "@pulumi/pulumi";
import { backedUp, restoreRoleArn } from "../lib/backup-tag.ts";
import { DELETE_MARKERS, everyObject, type LifecycleRule } from "../lib/bucket-lifecycle.ts";
import { ownKeyOnly } from "../lib/bucket-policies.ts";
import { bucketArn } from "../lib/deployment.ts";
import { accessLogTarget, type AccessLogTarget, type SecureBucket, secureBucket } from "../lib/secure-bucket.ts";
import { storeNames } from "../lib/store-names.ts";
import type { PhiDataStoreArgs } from "./phi-data-store.ts";

/** The bucket for documents and images of patients, with its access log and its inventory. */
export function createPhiBucket(parent: pulumi.Resource, name: string, args: PhiDataStoreArgs, accessLogRetentionDays: number): SecureBucket {
  const { deployment, dataKeyArn, objectLock, accessLogBucketName } = args;
  const names = storeNames(deployment);
  const accessLogs = accessLogTarget(`${name}-access-logs`, accessLogBucketName, {
    deployment, bucket: names.accessLogBucket, sources: [names.bucket], retentionDays: accessLogRetentionDays, inventories: true,
  }, parent);
  const phi = secureBucket(`${name}-bucket`, {
    deployment,
    bucket: names.bucket,
    classification: "phi",
    keyArn: dataKeyArn,
    lock: objectLock,
    statements: [ownKeyOnly(deployment, names.bucket, [restoreRoleArn(deployment)])],
    accessLogs,
    lifecycle: phiLifecycle(objectLock.days),
    tags: backedUp(deployment),
  }, parent);
  new BucketNotification(`${name}-bucket-events`, { bucket: phi.bucket.bucket, eventbridge: true }, { parent: phi.bucket, retainOnDelete: true });
  createInventory(name, args, phi, accessLogs);
  return phi;
}

/** Ageing of PHI: cheaper classes with the same access time, no deletion but of replaced versions past their lock. */
export function phiLifecycle(lockDays: number): LifecycleRule[] {
  return [
    everyObject("ageing", {
      transitions: [{ days: 90, storageClass: "STANDARD_IA" }, { days: 365, storageClass: "GLACIER_IR" }],
      noncurrentVersionTransitions: [{ noncurrentDays: 30, storageClass: "STANDARD_IA" }],
      noncurrentVersionExpiration: { noncurrentDays: Math.max(365, lockDays) },
    }),
    DELETE_MARKERS,
  ];
}

/**
 * A daily list of every version with its encryption, lock and replication: what an auditor samples,
 * and how objects are found that were never replicated. A bucket given for access logs gets none,
 * as nothing says that it takes inventories.
 */
function createInventory(name: string, { deployment, accessLogBucketName }: PhiDataStoreArgs, phi: SecureBucket, { bucket, readyAfter }: AccessLogTarget): void {
  if (accessLogBucketName !== undefined) {
    return;
  }
  new Inventory(`${name}-bucket-inventory`, {
    bucket: phi.bucket.bucket,
    name: "every-version",
    includedObjectVersions: "All",
    schedule: { frequency: "Daily" },
    optionalFields: ["EncryptionStatus", "LastModifiedDate", "ObjectLockMode", "ObjectLockRetainUntilDate", "ReplicationStatus", "Size", "StorageClass"],
    destination: { bucket: { bucketArn: bucketArn(deployment, bucket), accountId: deployment.accountId, format: "Parquet", prefix: "inventory", encryption: { sseS3: {} } } },
  }, { parent: phi.bucket, retainOnDelete: false, dependsOn: [...readyAfter] });
}
