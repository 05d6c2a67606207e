import { BUCKET_TYPES, settingsOf } from "../../engine/buckets.ts";
import { defineStackRule } from "../../engine/rule.ts";

export const cloudtrailBucketAccessLogging = defineStackRule({
  name: "cloudtrail-bucket-access-logging",
  description: "Requests to the bucket of a trail are logged, to another bucket (S4-38).",
  severity: "medium",
  citations: ["164.312(b)"],
  controls: ["cloudtrail-bucket-access-logging"],
  remediation: ["Add a BucketLogging for the bucket of the trail with targetBucket set to another bucket."],
  url: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html",
  resources: ["aws:cloudtrail/trail:Trail"],
  check: (stack) =>
    stack.ofType("aws:cloudtrail/trail:Trail").flatMap((trail) =>
      stack.namedBy(trail, "s3BucketName", ...BUCKET_TYPES).flatMap((bucket) => {
        const logging = settingsOf(stack, bucket, ["aws:s3/bucketLogging:BucketLogging", "aws:s3/bucketLoggingV2:BucketLoggingV2"]);
        const elsewhere = logging.some((setting) => !stack.refersTo(setting, "targetBucket", bucket));
        const found = logging.length === 0 ? "no BucketLogging" : "logs to itself";
        return elsewhere ? [] : [{ urn: bucket.urn, property: "logging", found, required: "a log in another bucket" }];
      }),
    ),
});
