import { BUCKET_TYPES, bucketsOf, inlineSettings, receivesAccessLogs, settingsOf } from "../../engine/buckets.ts";
import { defineStackRule } from "../../engine/rule.ts";

export const s3BucketAccessLogging = defineStackRule({
  name: "s3-bucket-access-logging",
  description: "Every bucket logs the requests it gets, to another bucket.",
  severity: "medium",
  citations: ["164.308(a)(1)(ii)(D)", "164.308(a)(3)(ii)(A)", "164.308(a)(6)(ii)", "164.312(b)", "164.312(e)(2)(i)"],
  controls: ["s3-bucket-access-logging"],
  remediation: ["Add a BucketLogging for the bucket with targetBucket set to a bucket kept for access logs."],
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html",
  resources: BUCKET_TYPES,
  check: (stack) =>
    bucketsOf(stack).flatMap((bucket) => {
      if (receivesAccessLogs(stack, bucket)) {
        return [];
      }
      const logging = settingsOf(stack, bucket, ["aws:s3/bucketLogging:BucketLogging", "aws:s3/bucketLoggingV2:BucketLoggingV2"]);
      const inline = inlineSettings(bucket, "logging", "loggings").some((setting) => setting.has("targetBucket"));
      return logging.length > 0 || inline ? [] : [{ urn: bucket.urn, property: "logging", found: "no BucketLogging", required: "a BucketLogging to another bucket" }];
    }),
});
