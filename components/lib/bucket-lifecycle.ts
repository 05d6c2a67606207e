import type { input } from "@pulumi/aws/types/index.js";

/** One rule of a bucket's lifecycle. */
export type LifecycleRule = input.s3.BucketLifecycleConfigurationRule;

/** A rule over every object of a bucket. Uploads that nobody completes go after a week: they are billed, and no listing shows them. */
export function everyObject(id: string, ages: Omit<LifecycleRule, "id" | "status" | "filter">): LifecycleRule {
  return { id, status: "Enabled", filter: {}, ...ages, abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } };
}

/**
 * Keeps every object for `retentionDays`, and from `archiveAfterDays` on in Glacier Instant Retrieval,
 * so that years of evidence stay within reach without a restore.
 */
export function keptFor(id: string, retentionDays: number, archiveAfterDays?: number): LifecycleRule {
  return everyObject(id, {
    ...(archiveAfterDays === undefined ? {} : { transitions: [{ days: archiveAfterDays, storageClass: "GLACIER_IR" }] }),
    expiration: { days: retentionDays },
    // A delete marker hides an object and starts this clock: it must not run out before the object's own time.
    noncurrentVersionExpiration: { noncurrentDays: retentionDays },
  });
}

/** Delete markers go once they hide nothing. */
export const DELETE_MARKERS: LifecycleRule = { id: "delete-markers", status: "Enabled", filter: {}, expiration: { expiredObjectDeleteMarker: true } };
