import type { Reader } from "./reader.ts";
import type { Finding, JudgedStack, StackResource } from "./rule.ts";

/** Both names under which AWS buckets are offered. */
export const BUCKET_TYPES = ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"] as const;

/** The four ways in which public access can be blocked. */
export const PUBLIC_ACCESS_BLOCKS = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"] as const;

const LOGGING_TYPES = ["aws:s3/bucketLogging:BucketLogging", "aws:s3/bucketLoggingV2:BucketLoggingV2"] as const;

const BALANCER_TYPES = [
  "aws:lb/loadBalancer:LoadBalancer",
  "aws:alb/loadBalancer:LoadBalancer",
  "aws:elb/loadBalancer:LoadBalancer",
] as const;

/** The buckets of the stack. */
export function bucketsOf(stack: JudgedStack): readonly StackResource[] {
  return stack.ofType(...BUCKET_TYPES);
}

/** The resources that configure this bucket, such as its versioning. */
export function settingsOf(stack: JudgedStack, bucket: StackResource, types: readonly string[]): readonly StackResource[] {
  return stack.referringTo(bucket, "bucket", ...types);
}

/**
 * A setting given on the bucket itself, the older way. A value not
 * known at preview is one that S3 will report, so it was not given.
 */
export function inlineSettings(bucket: StackResource, ...names: readonly string[]): readonly Reader[] {
  return names.flatMap((name) => (bucket.props.isKnown(name) ? bucket.props.objects(name) : []));
}

/** The ways in which a block, of a bucket or of an account, leaves public access open; all are off by default. */
export function missingBlocks(props: Reader): readonly Finding[] {
  return PUBLIC_ACCESS_BLOCKS.flatMap((property) => (props.boolean(property) === true ? [] : [{ property, found: "false", required: "true" }]));
}

/**
 * True for a bucket that receives server access logs. S3 delivers those only where default
 * encryption is SSE-S3 and object lock has no default retention, and such a bucket cannot log itself.
 */
export function receivesAccessLogs(stack: JudgedStack, bucket: StackResource): boolean {
  const inline = ["logging", "loggings"].some((property) => stack.referringTo(bucket, property, ...BUCKET_TYPES).length > 0);
  return inline || stack.referringTo(bucket, "targetBucket", ...LOGGING_TYPES).length > 0;
}

/** True for a bucket to which AWS Config delivers, which it does to none with object lock. */
export function receivesConfigHistory(stack: JudgedStack, bucket: StackResource): boolean {
  return stack.referringTo(bucket, "s3BucketName", "aws:cfg/deliveryChannel:DeliveryChannel").length > 0;
}

/** True for a bucket whose logs AWS delivers only where default encryption is SSE-S3: of S3 itself, and of load balancers. */
export function takesOnlyKeysOfS3(stack: JudgedStack, bucket: StackResource): boolean {
  const fromBalancers = ["accessLogs", "connectionLogs"].some((property) => stack.referringTo(bucket, property, ...BALANCER_TYPES).length > 0);
  return fromBalancers || receivesAccessLogs(stack, bucket);
}

/** True for a bucket that another bucket of the stack replicates to: what it holds is a copy. */
export function receivesReplicas(stack: JudgedStack, bucket: StackResource): boolean {
  return (
    stack.referringTo(bucket, "rules", "aws:s3/bucketReplicationConfig:BucketReplicationConfig").length > 0 ||
    ["replicationConfiguration", "replicationConfigurations"].some((property) => stack.referringTo(bucket, property, ...BUCKET_TYPES).length > 0)
  );
}

const LOCK_TYPES = [
  "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
  "aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2",
] as const;

/** The default retentions of a bucket's object lock, each with the resource that sets it. */
export function defaultRetentions(stack: JudgedStack, bucket: StackResource): readonly { readonly urn: string; readonly retention: Reader }[] {
  const own = settingsOf(stack, bucket, LOCK_TYPES).flatMap(({ urn, props }) => props.objects("rule").map((rule) => ({ urn, rule })));
  const inline = inlineSettings(bucket, "objectLockConfiguration")
    .flatMap((lock) => [...lock.objects("rule"), ...lock.objects("rules")])
    .map((rule) => ({ urn: bucket.urn, rule }));
  return [...own, ...inline].flatMap(({ urn, rule }) =>
    [...rule.objects("defaultRetention"), ...rule.objects("defaultRetentions")].map((retention) => ({ urn, retention })),
  );
}

/** Length of a default retention in days; a year counts as a leap year, so that six of them are six years. */
export function daysOf(retention: Reader): number {
  return retention.number("days") ?? (retention.number("years") ?? 0) * 366;
}

/** For how many days no version of an object can be deleted; 0 without object lock. */
export function lockedDays(stack: JudgedStack, bucket: StackResource): number {
  return Math.max(0, ...defaultRetentions(stack, bucket).map(({ retention }) => daysOf(retention)));
}
