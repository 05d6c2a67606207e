import { absence, OWNING_STACKS } from "../../engine/account-services.ts";
import { DATA_STORE_TYPES } from "../../engine/data-stores.ts";
import { judgeText } from "../../engine/expected-values.ts";
import { defineStackRule } from "../../engine/rule.ts";

const DEFAULTS = "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults";

export const ec2MetadataDefaultsImdsv2 = defineStackRule({
  name: "ec2-metadata-defaults-imdsv2",
  description: "An account's own default for new instances, whoever starts them, is to answer metadata requests with a session token only.",
  severity: "medium",
  citations: ["164.308(a)(3)(i)", "164.312(a)(1)"],
  controls: [],
  remediation: ['Add an aws.ec2.InstanceMetadataDefaults with httpTokens "required" in each region that is used.'],
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html",
  parameters: OWNING_STACKS,
  resources: [DEFAULTS, ...DATA_STORE_TYPES],
  check: (stack, settings) => [
    ...absence(stack, settings, [DEFAULTS], "an aws.ec2.InstanceMetadataDefaults"),
    ...stack.ofType(DEFAULTS).flatMap(({ urn, props }) => judgeText(props, "httpTokens", { allowed: ["required"], absent: "no-preference" }).map((finding) => ({ urn, ...finding }))),
  ],
});
