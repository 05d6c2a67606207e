import { defineRule } from "../../engine/rule.ts";

export const s3BucketDefaultEncryptionKms = defineRule({
  name: "s3-bucket-default-encryption-kms",
  description: "A bucket's default encryption uses a customer-managed KMS key.",
  severity: "high",
  citations: ["164.312(a)(2)(iv)", "164.312(e)(2)(ii)", "164.308(a)(1)(ii)(B)"],
  controls: ["s3-bucket-kms-encryption"],
  remediation: [
    'Set applyServerSideEncryptionByDefault.sseAlgorithm to "aws:kms" and kmsMasterKeyId to the ARN of a customer-managed key.',
  ],
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
  resources: [
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
  ],
  check: ({ props }) => {
    const rules = props.objects("rules");
    if (rules.length === 0) {
      return [{ property: "rules", found: "no rule", required: "one rule with default encryption by KMS" }];
    }
    return rules.flatMap((rule) => {
      const defaults = rule.object("applyServerSideEncryptionByDefault");
      const algorithm = defaults?.string("sseAlgorithm");
      const path = `${rule.path}.applyServerSideEncryptionByDefault`;
      if (algorithm !== "aws:kms" && algorithm !== "aws:kms:dsse") {
        return [{ property: `${path}.sseAlgorithm`, found: algorithm ?? "nothing", required: '"aws:kms"' }];
      }
      return defaults?.has("kmsMasterKeyId") === true
        ? []
        : [{ property: `${path}.kmsMasterKeyId`, found: "nothing, so the AWS-managed key", required: "the ARN of a customer-managed key" }];
    });
  },
});
