import { defineRule } from "../../engine/rule.ts";

export const ec2Imdsv2Required = defineRule({
  name: "ec2-imdsv2-required",
  description: "Instance credentials are handed out only against a session token (IMDSv2), which a forged request through the workload cannot get.",
  severity: "high",
  controls: ["ec2-imdsv2", "enclave-host-imdsv2"],
  citations: ["164.308(a)(3)(i)", "164.308(a)(4)(ii)(A)", "164.308(a)(4)(ii)(C)", "164.312(a)(1)"],
  remediation: ['Set metadataOptions.httpTokens to "required".'],
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html",
  resources: [
    "aws:ec2/launchTemplate:LaunchTemplate",
    "aws:ec2/instance:Instance",
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
    "aws:ec2/launchConfiguration:LaunchConfiguration",
    "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults",
  ],
  check: ({ type, props }) => {
    const isAccountDefault = type === "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults";
    if (!isAccountDefault && !props.has("metadataOptions") && props.has("launchTemplate")) {
      return [];
    }
    const options = isAccountDefault ? props : props.object("metadataOptions");
    const tokens = options?.string("httpTokens");
    const property = isAccountDefault ? "httpTokens" : "metadataOptions.httpTokens";
    return tokens === "required" || options?.string("httpEndpoint") === "disabled" ? [] : [{ property, found: tokens ?? "nothing", required: '"required"' }];
  },
});
