import { ENCRYPTED_BUCKET_TYPES, missingBucketKeys } from "../../engine/bucket-encryption.ts";
import { defineStackRule } from "../../engine/rule.ts";

export const s3BucketDefaultEncryptionKms = defineStackRule({
  name: "s3-bucket-default-encryption-kms",
  description: "Every bucket's default encryption uses a customer-managed KMS key, except where AWS delivers logs with keys of S3 only.",
  severity: "high",
  citations: [
    "164.308(a)(1)(ii)(B)", "164.308(a)(4)(ii)(A)", "164.312(a)(2)(iv)", "164.312(c)(1)", "164.312(c)(2)", "164.312(e)(2)(ii)",
    "164.314(b)(1)", "164.314(b)(2)", "164.314(b)(2)(i)", "164.314(b)(2)(ii)", "164.314(b)(2)(iii)", "164.314(b)(2)(iv)",
  ],
  controls: ["s3-bucket-kms-encryption", "s3-bucket-default-encryption"],
  remediation: ['Add a BucketServerSideEncryptionConfiguration with sseAlgorithm "aws:kms" and kmsMasterKeyId set to the ARN of a customer-managed key.'],
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
  resources: ENCRYPTED_BUCKET_TYPES,
  check: (stack) =>
    stack.ofType(...ENCRYPTED_BUCKET_TYPES).flatMap((bucket) => {
      const verdict = missingBucketKeys(stack, bucket);
      return "notApplicable" in verdict ? [] : verdict;
    }),
});
