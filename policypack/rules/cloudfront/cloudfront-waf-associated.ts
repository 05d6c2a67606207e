import { DISTRIBUTION_TYPES } from "../../engine/cloudfront-parts.ts";
import { defineRule } from "../../engine/rule.ts";

export const cloudfrontWafAssociated = defineRule({
  name: "cloudfront-waf-associated",
  description: "Every distribution is behind a web ACL.",
  severity: "high",
  controls: ["cloudfront-waf-associated"],
  citations: ["164.308(a)(1)(ii)(B)", "164.312(e)(1)"],
  remediation: ["Set webAclId to the ARN of a web ACL of the scope CLOUDFRONT."],
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-awswaf.html",
  resources: DISTRIBUTION_TYPES,
  check: ({ props }) =>
    props.has("webAclId") && (!props.isKnown("webAclId") || props.string("webAclId") !== "") ? [] : [{ property: "webAclId", found: "no web ACL", required: "the ARN of a web ACL" }],
});
