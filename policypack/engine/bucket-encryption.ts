import { BUCKET_TYPES, inlineSettings, settingsOf, takesOnlyKeysOfS3 } from "./buckets.ts";
import type { Reader } from "./reader.ts";
import type { Finding, JudgedStack, NotApplicable, StackFinding, StackResource } from "./rule.ts";

/** Buckets whose objects a key of the customer's can encrypt. */
export const ENCRYPTED_BUCKET_TYPES = [...BUCKET_TYPES, "aws:s3/directoryBucket:DirectoryBucket"] as const;

const TYPES = [
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
];

/** What keeps a bucket's objects from being encrypted with a customer-managed key by default. */
export function missingBucketKeys(stack: JudgedStack, bucket: StackResource): readonly StackFinding[] | NotApplicable {
  if (takesOnlyKeysOfS3(stack, bucket)) {
    return { notApplicable: "AWS delivers its logs with keys of S3 only" };
  }
  const settings = settingsOf(stack, bucket, TYPES).flatMap(({ urn, props }) => props.objects("rules").map((rule) => ({ urn, rule })));
  const inline = inlineSettings(bucket, "serverSideEncryptionConfiguration", "serverSideEncryptionConfigurations")
    .flatMap((setting) => [...setting.objects("rule"), ...setting.objects("rules")])
    .map((rule) => ({ urn: bucket.urn, rule }));
  const rules = settings.length > 0 ? settings : inline;
  return rules.length > 0
    ? rules.flatMap(({ urn, rule }) => keyed(rule).map((finding) => ({ urn, ...finding })))
    : [{ urn: bucket.urn, property: "serverSideEncryptionConfiguration", found: "none, so keys of S3", required: "default encryption with KMS" }];
}

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
