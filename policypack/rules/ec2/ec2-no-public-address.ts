import { judgeSwitch } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const ec2NoPublicAddress = defineRule({
  name: "ec2-no-public-address",
  description: "No instance has a public address, its own or an elastic one.",
  severity: "high",
  controls: ["ec2-no-public-ip"],
  citations: [
    "164.308(a)(1)(ii)(B)", "164.308(a)(3)(i)", "164.308(a)(4)(ii)(A)", "164.308(a)(4)(ii)(C)", "164.312(a)(1)", "164.312(e)(1)",
  ],
  remediation: [
    "Set associatePublicIpAddress to false and reach the instance through a load balancer or Systems Manager.",
  ],
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html",
  resources: [
    "aws:ec2/instance:Instance",
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
    "aws:ec2/eipAssociation:EipAssociation",
    "aws:ec2/eip:Eip",
  ],
  check: ({ type, props }) => {
    if (type === "aws:ec2/eipAssociation:EipAssociation") {
      return [{ property: "(association)", found: "an elastic address for an instance or interface", required: "no association" }];
    }
    if (type === "aws:ec2/eip:Eip") {
      return ["instance", "networkInterface"].filter((property) => props.has(property)).map((property) => ({ property, found: "an elastic address for an instance or interface", required: "an address for a NAT gateway only" }));
    }
    return judgeSwitch(props, "associatePublicIpAddress", { required: false, absent: false });
  },
});
