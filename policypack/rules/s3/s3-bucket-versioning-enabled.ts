import { BUCKET_TYPES, bucketsOf, inlineSettings, settingsOf } from "../../engine/buckets.ts";
import { defineStackRule } from "../../engine/rule.ts";

export const s3BucketVersioningEnabled = defineStackRule({
  name: "s3-bucket-versioning-enabled",
  description: "Every bucket keeps the earlier versions of its objects.",
  severity: "high",
  citations: [
    "164.308(a)(1)(ii)(B)",
    "164.308(a)(7)(i)",
    "164.308(a)(7)(ii)(A)",
    "164.308(a)(7)(ii)(B)",
    "164.308(a)(7)(ii)(C)",
    "164.310(d)(2)(iv)",
    "164.312(a)(2)(ii)",
    "164.312(c)(1)",
    "164.312(c)(2)",
  ],
  controls: ["s3-bucket-versioning"],
  remediation: ['Add a BucketVersioning for the bucket with versioningConfiguration.status "Enabled".'],
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html",
  resources: BUCKET_TYPES,
  check: (stack) =>
    bucketsOf(stack).flatMap((bucket) => {
      const settings = settingsOf(stack, bucket, ["aws:s3/bucketVersioning:BucketVersioning", "aws:s3/bucketVersioningV2:BucketVersioningV2"]);
      const inline = inlineSettings(bucket, "versioning", "versionings").some((versioning) => versioning.boolean("enabled") === true);
      if (settings.length === 0 && !inline) {
        return [{ urn: bucket.urn, property: "versioning", found: "no BucketVersioning", required: 'a BucketVersioning with status "Enabled"' }];
      }
      return settings.flatMap(({ urn, props }) => {
        const status = props.object("versioningConfiguration")?.string("status");
        return status === "Enabled" ? [] : [{ urn, property: "versioningConfiguration.status", found: status ?? "nothing", required: '"Enabled"' }];
      });
    }),
});
