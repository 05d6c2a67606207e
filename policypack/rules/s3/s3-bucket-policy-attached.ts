import { BUCKET_TYPES, bucketsOf, settingsOf } from "../../engine/buckets.ts";
import { defineStackRule } from "../../engine/rule.ts";

export const s3BucketPolicyAttached = defineStackRule({
  name: "s3-bucket-policy-attached",
  description: "Every bucket has a policy of its own, the place where requests without TLS are denied.",
  severity: "high",
  citations: [
    "164.308(a)(1)(ii)(B)", "164.312(a)(2)(iv)", "164.312(c)(1)", "164.312(c)(2)", "164.312(e)(1)", "164.312(e)(2)(i)", "164.312(e)(2)(ii)",
    "164.314(b)(1)", "164.314(b)(2)", "164.314(b)(2)(i)", "164.314(b)(2)(ii)", "164.314(b)(2)(iii)", "164.314(b)(2)(iv)",
  ],
  controls: ["s3-bucket-ssl-requests-only"],
  remediation: ['Add a BucketPolicy for the bucket that denies "s3:*" on the bucket and its objects to principal "*" when "aws:SecureTransport" is "false".'],
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
  resources: BUCKET_TYPES,
  check: (stack) =>
    bucketsOf(stack).flatMap((bucket) =>
      settingsOf(stack, bucket, ["aws:s3/bucketPolicy:BucketPolicy"]).length > 0
        ? []
        : [{ urn: bucket.urn, property: "policy", found: "no BucketPolicy", required: "a BucketPolicy that denies requests without TLS" }],
    ),
});
