import { Bucket } from "@pulumi/aws/s3/bucket.js";
import { BucketLifecycleConfiguration } from "@pulumi/aws/s3/bucketLifecycleConfiguration.js";
import { BucketLogging } from "@pulumi/aws/s3/bucketLogging.js";
import { BucketObjectLockConfiguration } from "@pulumi/aws/s3/bucketObjectLockConfiguration.js";
import { BucketOwnershipControls } from "@pulumi/aws/s3/bucketOwnershipControls.js";
import { BucketPolicy } from "@pulumi/aws/s3/bucketPolicy.js";
import { BucketPublicAccessBlock } from "@pulumi/aws/s3/bucketPublicAccessBlock.js";
import { BucketServerSideEncryptionConfiguration } from "@pulumi/aws/s3/bucketServerSideEncryptionConfiguration.js";
import { BucketVersioning } from "@pulumi/aws/s3/bucketVersioning.js";
import * as pulumi from "@pulumi/pulumi";
import { keptFor, type LifecycleRule } from "./bucket-lifecycle.ts";
import { accessLogDelivery, bucketGuards, inventoryDelivery, neverDeleted, writtenByServicesOnly } from "./bucket-policies.ts";
import { classified, type DataClassification } from "./data-classification.ts";
import { bucketArn, type Deployment } from "./deployment.ts";
import { policyDocument, type Statement } from "./policy-document.ts";
import type { ObjectLock } from "./object-lock.ts";

export interface SecureBucketSpec {
  readonly deployment: Deployment;
  /** Physical name; plain, so that the bucket's policy is known before the bucket exists. */
  readonly bucket: string;
  readonly classification: DataClassification;
  /**
   * Customer-managed key of the default encryption.
   * @default S3-managed keys, the only encryption of a bucket that S3 delivers access logs to
   */
  readonly keyArn?: pulumi.Input<string>;
  /** Statements beside the guards that every bucket has. */
  readonly statements: readonly Statement[];
  readonly lifecycle: readonly LifecycleRule[];
  /** @default no Object Lock */
  readonly lock?: ObjectLock;
  /** @default no access log, for buckets that hold access logs */
  readonly accessLogs?: AccessLogTarget;
  /**
   * Whether the content may go with the stack, because it can be made again.
   * @default false
   */
  readonly disposable?: boolean;
  readonly tags?: Readonly<Record<string, string>>;
  /** @default the primary region */
  readonly region?: string;
}

/** Where a bucket's access log goes. */
export interface AccessLogTarget {
  readonly bucket: string;
  /** What must exist before S3 accepts the target. */
  readonly readyAfter: readonly pulumi.Resource[];
}

export interface SecureBucket {
  readonly bucket: Bucket;
  /** Its name, once it is versioned: replication needs that. */
  readonly versionedName: pulumi.Output<string>;
  /** Its ARN, once its policy, versions and encryption stand: for services that write as soon as they know it. */
  readonly guardedArn: pulumi.Output<string>;
  /** Everything that protects the bucket; whoever writes to it waits for this. */
  readonly guards: readonly pulumi.Resource[];
}

/**
 * A private, encrypted, versioned bucket with ACLs off, TLS 1.2 and own account only, lifecycle,
 * access log and, on request, Object Lock. Unless its content is disposable, it and its guards stay
 * when the stack is destroyed: what it holds must be kept, and AWS deletes no bucket that holds anything.
 */
export function secureBucket(name: string, spec: SecureBucketSpec, parent: pulumi.Resource): SecureBucket {
  const disposable = spec.disposable ?? false;
  const retainOnDelete = !disposable;
  const region = regionOf(spec);
  const bucket = new Bucket(name, {
    ...region,
    bucket: spec.bucket,
    objectLockEnabled: spec.lock !== undefined,
    forceDestroy: disposable,
    tags: classified(spec.classification, { Name: spec.bucket, ...spec.tags }),
  }, { parent, protect: true, retainOnDelete });
  const options = { parent: bucket, retainOnDelete };

  const versioning = new BucketVersioning(`${name}-versioning`, { ...region, bucket: bucket.bucket, versioningConfiguration: { status: "Enabled" } }, options);
  const publicAccess = new BucketPublicAccessBlock(`${name}-public-access`, {
    ...region, bucket: bucket.bucket, blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true,
  }, options);
  const policy = new BucketPolicy(`${name}-policy`, {
    ...region,
    bucket: bucket.bucket,
    policy: policyDocument([...bucketGuards(spec.deployment, spec.bucket), ...spec.statements]),
  }, { ...options, dependsOn: [publicAccess] });
  const encrypted = encryption(name, bucket, spec, options);
  return {
    bucket,
    versionedName: versioning.bucket,
    guardedArn: pulumi.all([policy.bucket, versioning.bucket, encrypted.bucket]).apply(([guarded]) => bucketArn(spec.deployment, guarded)),
    guards: [
      versioning, publicAccess, policy, encrypted,
      new BucketOwnershipControls(`${name}-ownership`, { ...region, bucket: bucket.bucket, rule: { objectOwnership: "BucketOwnerEnforced" } }, options),
      new BucketLifecycleConfiguration(`${name}-lifecycle`, { ...region, bucket: bucket.bucket, rules: [...spec.lifecycle] }, { ...options, dependsOn: [versioning] }),
      ...objectLock(name, bucket, spec, { ...options, dependsOn: [versioning] }),
      ...accessLog(name, bucket, spec, options),
    ],
  };
}

export interface AccessLogBucketSpec {
  readonly deployment: Deployment;
  readonly bucket: string;
  /** Names of the buckets whose requests are logged. */
  readonly sources: readonly string[];
  /**
   * Days after which access logs are deleted. They are evidence, whatever the buckets hold.
   * @default 2557, seven years
   */
  readonly retentionDays?: number;
  /**
   * Whether S3 also delivers inventories of those buckets here.
   * @default false
   */
  readonly inventories?: boolean;
  /** @default the primary region */
  readonly region?: string;
}

/**
 * The bucket for the access logs of other buckets. S3 delivers only to buckets with S3-managed keys
 * and without Object Lock (AWS: "Enabling Amazon S3 server access logging"), so deletion is refused
 * by policy instead.
 */
export function accessLogBucket(name: string, spec: AccessLogBucketSpec, parent: pulumi.Resource): SecureBucket {
  const { deployment, bucket, retentionDays = 2557 } = spec;
  const inventories = spec.inventories === true ? [inventoryDelivery(deployment, bucket, spec.sources)] : [];
  return secureBucket(name, {
    deployment, bucket, ...regionOf(spec),
    classification: "audit",
    statements: [accessLogDelivery(deployment, bucket, spec.sources), ...inventories, writtenByServicesOnly(deployment, bucket), neverDeleted(deployment, bucket)],
    lifecycle: [keptFor("retention", retentionDays)],
  }, parent);
}

/** The target that a bucket's owner gave, `existing`, or a new bucket of the component's own. */
export function accessLogTarget(name: string, existing: string | undefined, spec: AccessLogBucketSpec, parent: pulumi.Resource): AccessLogTarget {
  return existing === undefined ? { bucket: spec.bucket, readyAfter: accessLogBucket(name, spec, parent).guards } : { bucket: existing, readyAfter: [] };
}

function encryption(name: string, bucket: Bucket, { keyArn, ...spec }: SecureBucketSpec, options: pulumi.CustomResourceOptions): BucketServerSideEncryptionConfiguration {
  return new BucketServerSideEncryptionConfiguration(`${name}-encryption`, {
    ...regionOf(spec),
    bucket: bucket.bucket,
    rules: [{
      applyServerSideEncryptionByDefault: keyArn === undefined ? { sseAlgorithm: "AES256" } : { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn },
      bucketKeyEnabled: keyArn !== undefined,
      // Keys that the caller brings are keys that nobody here can rotate or revoke.
      blockedEncryptionTypes: ["SSE-C"],
    }],
  }, options);
}

function objectLock(name: string, bucket: Bucket, { lock, ...spec }: SecureBucketSpec, options: pulumi.CustomResourceOptions): readonly pulumi.Resource[] {
  return lock === undefined ? [] : [new BucketObjectLockConfiguration(`${name}-lock`, {
    ...regionOf(spec),
    bucket: bucket.bucket,
    objectLockEnabled: "Enabled",
    rule: { defaultRetention: { mode: lock.mode, days: lock.days } },
  }, options)];
}

function accessLog(name: string, bucket: Bucket, { accessLogs, bucket: bucketName, ...spec }: SecureBucketSpec, options: pulumi.CustomResourceOptions): readonly pulumi.Resource[] {
  return accessLogs === undefined ? [] : [new BucketLogging(`${name}-access-log`, {
    ...regionOf(spec),
    bucket: bucket.bucket,
    targetBucket: accessLogs.bucket,
    targetPrefix: `${bucketName}/`,
    targetObjectKeyFormat: { partitionedPrefix: { partitionDateSource: "EventTime" } },
  }, { ...options, dependsOn: [...accessLogs.readyAfter] })];
}

/** The `region` input, left out for the primary region, where the provider's own is taken. */
function regionOf({ region }: { readonly region?: string }): { readonly region?: string } {
  return region === undefined ? {} : { region };
}
