import { s3BucketPolicyAttached } from "../../../../policypack/rules/s3/s3-bucket-policy-attached.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

testStackRule(s3BucketPolicyAttached, {
  compliant: [
    {
      phi: { type: "aws:s3/bucket:Bucket", props: { bucket: "hipaa-phi" } },
      policy: { type: "aws:s3/bucketPolicy:BucketPolicy", props: { policy: "{}" }, refs: { bucket: "phi.id" } },
    },
    {
      phi: { type: "aws:s3/bucketV2:BucketV2", props: { bucket: "hipaa-phi" } },
      policy: { type: "aws:s3/bucketPolicy:BucketPolicy", props: { bucket: "hipaa-phi", policy: "{}" } },
    },
  ],
  violating: [
    { why: "no policy", change: { policy: null }, blamed: "phi", property: "policy", found: "no BucketPolicy" },
    { why: "another bucket's policy", change: { other: { type: "aws:s3/bucket:Bucket" }, policy: { refs: { bucket: "other.id" } } }, blamed: "phi", property: "policy", found: "no BucketPolicy" },
  ],
  presence: [["policy", "policy"]],
});
