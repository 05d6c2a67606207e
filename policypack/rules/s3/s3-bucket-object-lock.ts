import { BUCKET_TYPES, bucketsOf, daysOf, defaultRetentions, receivesAccessLogs, receivesConfigHistory } from "../../engine/buckets.ts";
import { defineStackRule } from "../../engine/rule.ts";
import { holds, isDevelopment, SIX_YEARS_IN_DAYS } from "../../engine/tags.ts";

const inDays = (days: number): string => `${String(days)} day${days === 1 ? "" : "s"}`;

export const s3BucketObjectLock = defineStackRule({
  name: "s3-bucket-object-lock",
  description: "Objects with PHI and evidence cannot be changed or deleted before their time, evidence outside development for six years (S1-17, S1-31).",
  severity: "high",
  citations: ["164.308(a)(1)(ii)(B)", "164.312(c)(1)", "164.316(b)(2)(i)"],
  controls: ["s3-bucket-object-lock"],
  remediation: ["Add a BucketObjectLockConfiguration with rule.defaultRetention: a mode, and days or years; at least 2192 days or 6 years for evidence."],
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html",
  resources: BUCKET_TYPES,
  check: (stack) =>
    bucketsOf(stack).flatMap((bucket) => {
      if (!holds(bucket.props, "phi", "audit") || receivesAccessLogs(stack, bucket) || receivesConfigHistory(stack, bucket)) {
        return [];
      }
      const floor = holds(bucket.props, "audit") && !isDevelopment(bucket.props) ? SIX_YEARS_IN_DAYS : 1;
      const [lock] = defaultRetentions(stack, bucket);
      if (lock?.retention.string("mode") === undefined) {
        return [{ urn: bucket.urn, property: "objectLockConfiguration", found: "no default retention", required: `a default retention of ${inDays(floor)} or more` }];
      }
      const days = daysOf(lock.retention);
      return days >= floor ? [] : [{ urn: lock.urn, property: lock.retention.path, found: inDays(days), required: `${inDays(floor)} or more` }];
    }),
});
