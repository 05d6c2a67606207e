import { judgeSwitch } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const launchTemplateNoPublicAddress = defineRule({
  name: "launch-template-no-public-address",
  description: "Launch templates and configurations give instances no public address.",
  severity: "high",
  controls: ["launch-config-no-public-ip"],
  citations: [
    "164.308(a)(3)(i)", "164.308(a)(3)(ii)(B)", "164.308(a)(4)(ii)(A)", "164.308(a)(4)(ii)(C)", "164.312(a)(1)", "164.312(e)(1)",
  ],
  remediation: ["Set associatePublicIpAddress to false in networkInterfaces of the template, or in the configuration."],
  url: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-in-vpc.html",
  resources: ["aws:ec2/launchTemplate:LaunchTemplate", "aws:ec2/launchConfiguration:LaunchConfiguration"],
  check: ({ type, props }) => {
    if (type === "aws:ec2/launchConfiguration:LaunchConfiguration") {
      return judgeSwitch(props, "associatePublicIpAddress", { required: false, absent: false });
    }
    const interfaces = props.objects("networkInterfaces");
    return interfaces.flatMap((networkInterface) => judgeSwitch(networkInterface, "associatePublicIpAddress", { required: false, absent: false }));
  },
});
