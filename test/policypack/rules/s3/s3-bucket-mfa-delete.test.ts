import { s3BucketMfaDelete } from "../../../../policypack/rules/s3/s3-bucket-mfa-delete.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const phi = { type: "aws:s3/bucket:Bucket", props: { bucket: "hipaa-phi" } };
const versioning = { type: "aws:s3/bucketVersioning:BucketVersioning", props: { versioningConfiguration: { status: "Enabled", mfaDelete: "Enabled" } }, refs: { bucket: "phi.id" } };
const lock = { type: "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration", refs: { bucket: "phi.id" } };

testStackRule(s3BucketMfaDelete, {
  compliant: [{ phi, versioning }, { phi, versioning: { ...versioning, props: { versioningConfiguration: { status: "Enabled" } } }, lock }],
  violating: [
    {
      why: "neither",
      change: { versioning: { props: { versioningConfiguration: { status: "Enabled" } } } },
      blamed: "versioning",
      property: "versioningConfiguration.mfaDelete",
      found: "Disabled",
    },
  ],
  unknown: [["versioning", "versioningConfiguration.mfaDelete"]],
});
