import { BUCKET_TYPES, bucketsOf, lockedDays, settingsOf } from "../../engine/buckets.ts";
import { defineStackRule } from "../../engine/rule.ts";
import { holds, isDevelopment, SIX_YEARS_IN_DAYS } from "../../engine/tags.ts";

const TYPES = [
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
];

/** Where a rule says after how many days it deletes. */
const EXPIRIES = [
  ["expiration", "days"],
  ["noncurrentVersionExpiration", "noncurrentDays"],
] as const;

export const s3BucketEvidenceKeptSixYears = defineStackRule({
  name: "s3-bucket-evidence-kept-six-years",
  description: "No lifecycle rule deletes evidence outside development before six years are over, unless object lock keeps it that long (X-01).",
  severity: "high",
  citations: ["164.312(b)", "164.316(b)(1)", "164.316(b)(2)(i)"],
  controls: [],
  remediation: ["Set expiration.days and noncurrentVersionExpiration.noncurrentDays to 2192 or more, or archive instead of deleting."],
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-expire-general-considerations.html",
  resources: BUCKET_TYPES,
  check: (stack) =>
    bucketsOf(stack)
      .filter((bucket) => holds(bucket.props, "audit") && !isDevelopment(bucket.props) && lockedDays(stack, bucket) < SIX_YEARS_IN_DAYS)
      .flatMap((bucket) =>
        settingsOf(stack, bucket, TYPES).flatMap(({ urn, props }) =>
          props
            .objects("rules")
            .filter((rule) => rule.string("status") === "Enabled")
            .flatMap((rule) =>
              EXPIRIES.flatMap(([block, name]) => {
                const days = rule.object(block)?.number(name);
                return days === undefined || days >= SIX_YEARS_IN_DAYS
                  ? []
                  : [{ urn, property: `${rule.path}.${block}.${name}`, found: `${String(days)} days`, required: `${String(SIX_YEARS_IN_DAYS)} days or more` }];
              }),
            ),
        ),
      ),
});
