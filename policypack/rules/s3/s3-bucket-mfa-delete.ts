import { BUCKET_TYPES, settingsOf } from "../../engine/buckets.ts";
import { defineStackRule } from "../../engine/rule.ts";

const TYPES = ["aws:s3/bucketVersioning:BucketVersioning", "aws:s3/bucketVersioningV2:BucketVersioningV2"];
const LOCK_TYPES = [
  "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
  "aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2",
];

/** Advisory: only the root user with a device in hand can switch it on, so no program can; object lock is the stronger guard. */
export const s3BucketMfaDelete = defineStackRule({
  name: "s3-bucket-mfa-delete",
  description: "Deleting a version of an object takes a second factor.",
  severity: "low",
  level: "advisory",
  citations: ["164.312(c)(1)", "164.312(d)"],
  controls: ["s3-bucket-mfa-delete"],
  remediation: [
    'Have the root user switch MFA delete on, and set versioningConfiguration.mfaDelete to "Enabled"; or rely on object lock, which holds against the root user too.',
  ],
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html",
  resources: ["aws:s3/bucketVersioning:BucketVersioning", "aws:s3/bucketVersioningV2:BucketVersioningV2"],
  check: (stack) =>
    stack.ofType(...TYPES).flatMap((versioning) => {
      const locked = stack.namedBy(versioning, "bucket", ...BUCKET_TYPES).some((bucket) => settingsOf(stack, bucket, LOCK_TYPES).length > 0);
      const mfaDelete = versioning.props.object("versioningConfiguration")?.string("mfaDelete") ?? "Disabled";
      return locked || mfaDelete === "Enabled"
        ? []
        : [{ urn: versioning.urn, property: "versioningConfiguration.mfaDelete", found: mfaDelete, required: '"Enabled", or object lock' }];
    }),
});
