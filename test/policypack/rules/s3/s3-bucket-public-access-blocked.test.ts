import { s3BucketPublicAccessBlocked } from "../../../../policypack/rules/s3/s3-bucket-public-access-blocked.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const all = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };

testStackRule(s3BucketPublicAccessBlocked, {
  compliant: [
    {
      phi: { type: "aws:s3/bucket:Bucket", props: { bucket: "hipaa-phi" } },
      block: { type: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", props: all, refs: { bucket: "phi.id" } },
    },
  ],
  violating: [
    { why: "no block", change: { block: null }, blamed: "phi", property: "bucket", found: "no BucketPublicAccessBlock" },
    { why: "public ACLs may be set", change: { block: { props: { blockPublicAcls: false } } }, blamed: "block", property: "blockPublicAcls", found: "false" },
    { why: "public policies may be set", change: { block: { props: { blockPublicPolicy: undefined } } }, blamed: "block", property: "blockPublicPolicy", found: "false" },
    { why: "public ACLs count", change: { block: { props: { ignorePublicAcls: false } } }, blamed: "block", property: "ignorePublicAcls", found: "false" },
    { why: "public policies count", change: { block: { props: { restrictPublicBuckets: false } } }, blamed: "block", property: "restrictPublicBuckets", found: "false" },
  ],
  unknown: [
    ["block", "blockPublicAcls"],
    ["block", "restrictPublicBuckets"],
  ],
});
