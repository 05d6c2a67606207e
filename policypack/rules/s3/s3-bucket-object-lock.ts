import { BUCKET_TYPES, bucketsOf, inlineSettings, receivesAccessLogs, settingsOf } from "../../engine/buckets.ts";
import { defineStackRule } from "../../engine/rule.ts";
import { holds, isDevelopment, SIX_YEARS_IN_DAYS } from "../../engine/tags.ts";

const TYPES = [
  "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
  "aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2",
];

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
      if (!holds(bucket.props, "phi", "audit") || receivesAccessLogs(stack, bucket)) {
        return [];
      }
      const floor = holds(bucket.props, "audit") && !isDevelopment(bucket.props) ? SIX_YEARS_IN_DAYS : 1;
      const settings = settingsOf(stack, bucket, TYPES).flatMap(({ urn, props }) => props.objects("rule").map((rule) => ({ urn, rule })));
      const inline = inlineSettings(bucket, "objectLockConfiguration")
        .flatMap((setting) => [...setting.objects("rule"), ...setting.objects("rules")])
        .map((rule) => ({ urn: bucket.urn, rule }));
      const [lock] = [...settings, ...inline];
      const [retention] = lock === undefined ? [] : [...lock.rule.objects("defaultRetention"), ...lock.rule.objects("defaultRetentions")];
      if (lock === undefined || retention?.string("mode") === undefined) {
        return [{ urn: bucket.urn, property: "objectLockConfiguration", found: "no default retention", required: `a default retention of ${inDays(floor)} or more` }];
      }
      const days = retention.number("days") ?? (retention.number("years") ?? 0) * 366;
      return days >= floor ? [] : [{ urn: lock.urn, property: retention.path, found: inDays(days), required: `${inDays(floor)} or more` }];
    }),
});
