import { defineRule } from "../../engine/rule.ts";

export const ec2InstanceInVpc = defineRule({
  name: "ec2-instance-in-vpc",
  description: "Instances start in a named subnet, not in the default VPC that is open to the internet.",
  severity: "high",
  controls: ["ec2-instance-in-vpc"],
  citations: [
    "164.308(a)(1)(ii)(B)", "164.308(a)(3)(i)", "164.308(a)(4)(ii)(A)", "164.308(a)(4)(ii)(C)", "164.312(a)(1)", "164.312(e)(1)",
  ],
  remediation: ["Set subnetId, or the network interface to start with."],
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html",
  resources: ["aws:ec2/instance:Instance", "aws:ec2/spotInstanceRequest:SpotInstanceRequest"],
  check: ({ props }) =>
    ["subnetId", "networkInterfaces", "primaryNetworkInterface", "launchTemplate"].some((name) => props.has(name)) ? [] : [{ property: "subnetId", found: "nothing, so the default VPC", required: "a subnet" }],
});
