import { BUCKET_TYPES, bucketsOf, inlineSettings, settingsOf } from "../../engine/buckets.ts";
import { defineStackRule } from "../../engine/rule.ts";

const TYPES = [
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
];

export const s3BucketLifecycle = defineStackRule({
  name: "s3-bucket-lifecycle",
  description: "Every bucket says what becomes of old objects and old versions.",
  severity: "low",
  citations: ["164.308(a)(7)(ii)(A)", "164.310(d)(2)(iv)"],
  controls: ["s3-bucket-version-lifecycle"],
  remediation: ["Add a BucketLifecycleConfiguration with an enabled rule that expires or archives noncurrent versions."],
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html",
  resources: BUCKET_TYPES,
  check: (stack) =>
    bucketsOf(stack).flatMap((bucket) => {
      const configured = settingsOf(stack, bucket, TYPES).some(({ props }) => props.objects("rules").some((rule) => rule.string("status") === "Enabled"));
      const inline = inlineSettings(bucket, "lifecycleRules").some((rule) => rule.boolean("enabled") === true);
      return configured || inline ? [] : [{ urn: bucket.urn, property: "lifecycleRules", found: "no enabled rule", required: "a BucketLifecycleConfiguration" }];
    }),
});
