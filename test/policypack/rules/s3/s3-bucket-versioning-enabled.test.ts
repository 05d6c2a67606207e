import { s3BucketVersioningEnabled } from "../../../../policypack/rules/s3/s3-bucket-versioning-enabled.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const versioned = { versioningConfiguration: { status: "Enabled" } };

testStackRule(s3BucketVersioningEnabled, {
  compliant: [
    {
      phi: { type: "aws:s3/bucket:Bucket", props: { bucket: "hipaa-phi" } },
      versioning: { type: "aws:s3/bucketVersioning:BucketVersioning", props: versioned, refs: { bucket: "phi.id" } },
    },
    {
      phi: { type: "aws:s3/bucketV2:BucketV2", props: { bucket: "hipaa-phi" } },
      versioning: { type: "aws:s3/bucketVersioningV2:BucketVersioningV2", props: { bucket: "hipaa-phi", ...versioned } },
    },
    { phi: { type: "aws:s3/bucket:Bucket", props: { bucket: "hipaa-phi", versioning: { enabled: true } } } },
  ],
  violating: [
    { why: "nothing versions the bucket", change: { versioning: null }, blamed: "phi", property: "versioning", found: "no BucketVersioning" },
    {
      why: "the versioning is another bucket's",
      change: { other: { type: "aws:s3/bucket:Bucket", props: { versioning: { enabled: true } } }, versioning: { refs: { bucket: "other.id" } } },
      blamed: "phi",
      property: "versioning",
      found: "no BucketVersioning",
    },
    {
      why: "versioning suspended",
      change: { versioning: { props: { versioningConfiguration: { status: "Suspended" } } } },
      blamed: "versioning",
      property: "versioningConfiguration.status",
      found: "Suspended",
    },
    { why: "inline, off", of: 2, change: { phi: { props: { versioning: { enabled: false } } } }, blamed: "phi", property: "versioning", found: "no BucketVersioning" },
  ],
  unknown: [["versioning", "versioningConfiguration.status"]],
});
