import { vpcDnsEnabled } from "../../../../policypack/rules/ec2/vpc-dns-enabled.ts";
import { testRule } from "../../rule-tester.ts";

testRule(vpcDnsEnabled, {
  compliant: [
    { props: { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true, enableDnsSupport: true } },
    { props: { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true } },
    { type: "aws:ec2/defaultVpc:DefaultVpc", props: {} },
  ],
  violating: [
    { why: "hosts without names, AWS's default", props: { enableDnsHostnames: undefined }, property: "enableDnsHostnames", found: "nothing, so false" },
    { why: "hosts without names", props: { enableDnsHostnames: false }, property: "enableDnsHostnames", found: "false" },
    { why: "no resolver", props: { enableDnsSupport: false }, property: "enableDnsSupport", found: "false" },
    { why: "a default VPC without names", fixture: { type: "aws:ec2/defaultVpc:DefaultVpc" }, props: { enableDnsHostnames: false }, property: "enableDnsHostnames", found: "false" },
  ],
  unknown: ["enableDnsHostnames", "enableDnsSupport"],
});
