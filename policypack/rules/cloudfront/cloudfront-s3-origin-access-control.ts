import { DISTRIBUTION_TYPES, isBucket, origins } from "../../engine/cloudfront-parts.ts";
import { judgePresence } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const cloudfrontS3OriginAccessControl = defineRule({
  name: "cloudfront-s3-origin-access-control",
  description: "CloudFront signs its requests to buckets (origin access control), so that the bucket can be closed to everyone else; no bucket is reached as a public website.",
  severity: "high",
  controls: ["cloudfront-s3-oac"],
  citations: ["164.312(a)(1)"],
  remediation: ["Add an aws.cloudfront.OriginAccessControl and set originAccessControlId of the origin."],
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html",
  resources: DISTRIBUTION_TYPES,
  check: ({ props }) =>
    origins(props).flatMap((origin) => {
      if (isBucket(origin)) {
        return judgePresence(origin, "originAccessControlId", "the id of an origin access control");
      }
      const isWebsite = origin.isKnown("domainName") && /\.s3-website[.-]/u.test(origin.string("domainName") ?? "");
      return isWebsite ? [{ property: origin.pathOf("domainName"), found: "a bucket as a public website", required: "the bucket itself, with an origin access control" }] : [];
    }),
});
