import { s3BucketAclDisabled } from "../../../../policypack/rules/s3/s3-bucket-acl-disabled.ts";
import { testRule } from "../../rule-tester.ts";

testRule(s3BucketAclDisabled, {
  compliant: [
    { type: "aws:s3/bucketOwnershipControls:BucketOwnershipControls", props: { bucket: "hipaa-phi", rule: { objectOwnership: "BucketOwnerEnforced" } } },
    { props: { bucket: "hipaa-phi" } },
    { props: { bucket: "hipaa-phi", acl: "private", grants: [] } },
  ],
  violating: [
    { why: "ACLs count", props: { rule: { objectOwnership: "BucketOwnerPreferred" } }, property: "rule.objectOwnership", found: "BucketOwnerPreferred" },
    { why: "an ACL on the bucket", props: { acl: "public-read" }, fixture: { type: "aws:s3/bucket:Bucket" }, property: "acl", found: "public-read" },
    { why: "grants on the bucket", props: { grants: [{ type: "Group", permissions: ["READ"] }] }, fixture: { type: "aws:s3/bucketV2:BucketV2" }, property: "grants", found: "grants" },
    { why: "an ACL beside it", props: { acl: "private" }, fixture: { type: "aws:s3/bucketAcl:BucketAcl" }, property: "acl", found: "private" },
    { why: "an ACL of grants", props: { accessControlPolicy: {} }, fixture: { type: "aws:s3/bucketAclV2:BucketAclV2" }, property: "accessControlPolicy", found: "grants" },
  ],
  unknown: ["rule", "rule.objectOwnership"],
});
