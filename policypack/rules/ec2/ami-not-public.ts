import { judgeText } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const amiNotPublic = defineRule({
  name: "ami-not-public",
  description: "Machine images are shared with named accounts or the organisation, never with everybody.",
  severity: "high",
  citations: ["164.312(a)(1)"],
  controls: ["ami-not-public"],
  remediation: ['Name accountId, organizationArn or organizationalUnitArn instead of the group "all".', 'Set ImageBlockPublicAccess to "block-new-sharing".'],
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/block-public-access-to-amis.html",
  resources: ["aws:ec2/amiLaunchPermission:AmiLaunchPermission", "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess"],
  check: ({ type, props }) => {
    if (type === "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess") {
      return judgeText(props, "state", { allowed: ["block-new-sharing"] });
    }
    return props.has("group") && props.string("group") === "all" ? [{ property: "group", found: "all", required: "named accounts or the organisation" }] : [];
  },
});
