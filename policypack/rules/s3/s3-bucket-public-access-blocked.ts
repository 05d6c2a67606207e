import { BUCKET_TYPES, bucketsOf, missingBlocks, settingsOf } from "../../engine/buckets.ts";
import { defineStackRule } from "../../engine/rule.ts";

export const s3BucketPublicAccessBlocked = defineStackRule({
  name: "s3-bucket-public-access-blocked",
  description: "Every bucket blocks public access in all four ways.",
  severity: "critical",
  citations: [
    "164.308(a)(1)(ii)(B)", "164.308(a)(3)(i)", "164.308(a)(4)(ii)(A)", "164.308(a)(4)(ii)(C)", "164.312(a)(1)", "164.312(a)(2)(i)",
    "164.312(b)", "164.312(e)(1)", "164.314(b)(1)", "164.314(b)(2)", "164.314(b)(2)(i)", "164.314(b)(2)(ii)", "164.314(b)(2)(iii)",
    "164.314(b)(2)(iv)",
  ],
  controls: [
    "s3-bucket-public-access-block", "cloudtrail-bucket-not-public", "s3-bucket-public-read-prohibited",
    "s3-bucket-public-write-prohibited",
  ],
  remediation: ["Add a BucketPublicAccessBlock for the bucket with blockPublicAcls, blockPublicPolicy, ignorePublicAcls and restrictPublicBuckets true."],
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
  resources: BUCKET_TYPES,
  check: (stack) =>
    bucketsOf(stack).flatMap((bucket) => {
      const blocks = settingsOf(stack, bucket, ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"]);
      return blocks.length === 0
        ? [{ urn: bucket.urn, property: "bucket", found: "no BucketPublicAccessBlock", required: "one with all four settings true" }]
        : blocks.flatMap(({ urn, props }) => missingBlocks(props).map((finding) => ({ urn, ...finding })));
    }),
});
