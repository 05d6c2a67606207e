import { judgeSwitch } from "../../engine/expected-values.ts";
import { defineRule } from "../../engine/rule.ts";

export const vpcDnsEnabled = defineRule({
  name: "vpc-dns-enabled",
  description: "Every VPC resolves names and gives hosts names (S4-13): without both, names of AWS services lead to the internet instead of the VPC's endpoints.",
  severity: "medium",
  citations: ["164.312(e)(1)"],
  controls: [],
  remediation: ["Set enableDnsHostnames: true, and leave enableDnsSupport at its default, true."],
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns-support.html",
  resources: ["aws:ec2/vpc:Vpc", "aws:ec2/defaultVpc:DefaultVpc"],
  check: ({ type, props }) => [
    ...judgeSwitch(props, "enableDnsSupport", { required: true, absent: true }),
    // AWS gives hosts names in the VPC that it makes itself, and in no other.
    ...judgeSwitch(props, "enableDnsHostnames", { required: true, absent: type === "aws:ec2/defaultVpc:DefaultVpc" }),
  ],
});
