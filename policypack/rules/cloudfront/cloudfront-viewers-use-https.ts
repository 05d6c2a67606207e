import { behaviors, DISTRIBUTION_TYPES } from "../../engine/cloudfront-parts.ts";
import { judgeText } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const cloudfrontViewersUseHttps = defineRule({
  name: "cloudfront-viewers-use-https",
  description: "Viewers reach a distribution by HTTPS, or are sent there.",
  severity: "high",
  controls: ["cloudfront-viewer-https"],
  citations: ["164.308(a)(4)(ii)(A)", "164.312(e)(1)"],
  remediation: ['Set viewerProtocolPolicy of every cache behaviour to "redirect-to-https" or "https-only".'],
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html",
  resources: DISTRIBUTION_TYPES,
  check: ({ props }) => behaviors(props).flatMap((behavior) => judgeText(behavior, "viewerProtocolPolicy", { allowed: ["redirect-to-https", "https-only"] })),
});
