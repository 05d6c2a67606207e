import { BUCKET_TYPES, bucketsOf, inlineSettings, settingsOf, takesOnlyKeysOfS3 } from "../../engine/buckets.ts";
import type { Reader } from "../../engine/reader.ts";
import type { Finding } from "../../engine/rule.ts";
import { defineStackRule } from "../../engine/rule.ts";

const TYPES = [
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
];

function keyed(rule: Reader): readonly Finding[] {
  const name = ["applyServerSideEncryptionByDefault", "applyServerSideEncryptionByDefaults"].find((candidate) => rule.has(candidate));
  const [defaults] = name === undefined ? [] : rule.objects(name);
  const path = rule.pathOf("applyServerSideEncryptionByDefault");
  const algorithm = defaults?.string("sseAlgorithm");
  if (algorithm !== "aws:kms" && algorithm !== "aws:kms:dsse") {
    return [{ property: `${path}.sseAlgorithm`, found: algorithm ?? "nothing", required: '"aws:kms"' }];
  }
  const hasKey = defaults?.has("kmsMasterKeyId") === true;
  return hasKey ? [] : [{ property: `${path}.kmsMasterKeyId`, found: "nothing, so the AWS-managed key", required: "the ARN of a customer-managed key" }];
}

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
  resources: BUCKET_TYPES,
  check: (stack) =>
    bucketsOf(stack).flatMap((bucket) => {
      if (takesOnlyKeysOfS3(stack, bucket)) {
        return [];
      }
      const settings = settingsOf(stack, bucket, TYPES).flatMap(({ urn, props }) => props.objects("rules").map((rule) => ({ urn, rule })));
      const inline = inlineSettings(bucket, "serverSideEncryptionConfiguration", "serverSideEncryptionConfigurations")
        .flatMap((setting) => [...setting.objects("rule"), ...setting.objects("rules")])
        .map((rule) => ({ urn: bucket.urn, rule }));
      const rules = settings.length > 0 ? settings : inline;
      return rules.length > 0
        ? rules.flatMap(({ urn, rule }) => keyed(rule).map((finding) => ({ urn, ...finding })))
        : [{ urn: bucket.urn, property: "serverSideEncryptionConfiguration", found: "none, so keys of S3", required: "default encryption with KMS" }];
    }),
});
