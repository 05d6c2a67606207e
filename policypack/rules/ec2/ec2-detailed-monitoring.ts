import { judgeSwitch } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const ec2DetailedMonitoring = defineRule({
  name: "ec2-detailed-monitoring",
  description: "Instances report their metrics every minute.",
  severity: "low",
  controls: ["ec2-detailed-monitoring"],
  citations: ["164.312(b)"],
  remediation: [
    "Set monitoring to true on the instance, monitoring.enabled on the launch template, or enableMonitoring on the configuration.",
  ],
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-cloudwatch-new.html",
  resources: [
    "aws:ec2/launchTemplate:LaunchTemplate",
    "aws:ec2/instance:Instance",
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
    "aws:ec2/launchConfiguration:LaunchConfiguration",
  ],
  check: ({ type, props }) => {
    switch (type) {
      case "aws:ec2/launchTemplate:LaunchTemplate":
        return judgeSwitch(props, "monitoring.enabled", { required: true, absent: false });
      case "aws:ec2/launchConfiguration:LaunchConfiguration":
        return judgeSwitch(props, "enableMonitoring", { required: true, absent: true });
      default:
        return !props.has("monitoring") && props.has("launchTemplate") ? [] : judgeSwitch(props, "monitoring", { required: true, absent: false });
    }
  },
});
