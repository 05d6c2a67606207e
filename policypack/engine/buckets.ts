import type { Reader } from "./reader.ts";
import type { JudgedStack, StackResource } from "./rule.ts";

/** Both names under which AWS buckets are offered. */
export const BUCKET_TYPES = ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"] as const;

const LOGGING_TYPES = ["aws:s3/bucketLogging:BucketLogging", "aws:s3/bucketLoggingV2:BucketLoggingV2"] as const;

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

/**
 * True for a bucket that receives server access logs. S3 delivers those only where default
 * encryption is SSE-S3 and object lock has no default retention, and such a bucket cannot log itself.
 */
export function receivesAccessLogs(stack: JudgedStack, bucket: StackResource): boolean {
  return stack.referringTo(bucket, "targetBucket", ...LOGGING_TYPES).length > 0 || stack.referringTo(bucket, "logging", ...BUCKET_TYPES).length > 0;
}
