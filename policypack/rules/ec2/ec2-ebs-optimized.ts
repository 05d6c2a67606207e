import { judgeSwitch } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

/** The types for which AWS lists EBS optimisation as supported but not as the default. */
const SHARED = /^(?:c1\.xlarge|c3\.[24]?xlarge|g2\.2xlarge|i2\.[24]?xlarge|m1\.(?:x?large)|m2\.[24]xlarge|m3\.2?xlarge|r3\.[24]?xlarge)$/u;

export const ec2EbsOptimized = defineRule({
  name: "ec2-ebs-optimized",
  description: "Instances of the older families that share the network with their volumes unless told otherwise are EBS-optimised; current families always are.",
  severity: "low",
  controls: ["ec2-ebs-optimized"],
  citations: [
    "164.308(a)(7)(i)", "164.308(a)(7)(ii)(A)", "164.308(a)(7)(ii)(B)", "164.308(a)(7)(ii)(C)", "164.310(d)(2)(iv)",
    "164.312(a)(2)(ii)",
  ],
  remediation: ["Set ebsOptimized to true, or choose a current instance type."],
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ebs-optimized.html",
  resources: [
    "aws:ec2/instance:Instance",
    "aws:ec2/launchTemplate:LaunchTemplate",
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
    "aws:ec2/launchConfiguration:LaunchConfiguration",
  ],
  check: ({ props }) => {
    const type = props.string("instanceType");
    if (type === undefined || !SHARED.test(type)) {
      return { notApplicable: "instances of this type are always EBS-optimised, or cannot be" };
    }
    return judgeSwitch(props, "ebsOptimized", { required: true, absent: false });
  },
});
