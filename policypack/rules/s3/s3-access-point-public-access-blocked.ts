import { PUBLIC_ACCESS_BLOCKS } from "../../engine/buckets.ts";
import { defineRule } from "../../engine/rule.ts";

export const s3AccessPointPublicAccessBlocked = defineRule({
  name: "s3-access-point-public-access-blocked",
  description: "Access points block public access in all four ways.",
  severity: "critical",
  citations: ["164.312(a)(1)"],
  controls: ["s3-access-point-public-access-block"],
  remediation: ["Remove publicAccessBlockConfiguration, as all four settings are true by default, or set all four true."],
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-bpa-settings.html",
  resources: ["aws:s3/accessPoint:AccessPoint"],
  check: ({ props }) => {
    const block = props.object("publicAccessBlockConfiguration");
    return PUBLIC_ACCESS_BLOCKS.flatMap((name) => (block?.boolean(name) === false ? [{ property: block.pathOf(name), found: "false", required: "true" }] : []));
  },
});
