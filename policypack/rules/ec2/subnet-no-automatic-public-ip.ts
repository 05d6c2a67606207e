import { defineRule } from "../../engine/rule.ts";

export const subnetNoAutomaticPublicIp = defineRule({
  name: "subnet-no-automatic-public-ip",
  description: "No subnet gives public addresses to what starts in it.",
  severity: "high",
  controls: ["subnet-no-auto-public-ip"],
  citations: ["164.308(a)(3)(i)", "164.308(a)(4)(ii)(A)", "164.308(a)(4)(ii)(C)", "164.312(a)(1)", "164.312(e)(1)"],
  remediation: ["Set mapPublicIpOnLaunch to false; reach workloads through a load balancer."],
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html#subnet-public-ip",
  resources: ["aws:ec2/subnet:Subnet", "aws:ec2/defaultSubnet:DefaultSubnet"],
  check: ({ type, props }) => {
    // AWS's own default subnets give public addresses unless told not to.
    const assigned = props.boolean("mapPublicIpOnLaunch") ?? type === "aws:ec2/defaultSubnet:DefaultSubnet";
    return assigned ? [{ property: "mapPublicIpOnLaunch", found: "public addresses given automatically", required: "false" }] : [];
  },
});
