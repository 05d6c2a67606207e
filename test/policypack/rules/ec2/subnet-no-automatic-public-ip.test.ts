import { subnetNoAutomaticPublicIp } from "../../../../policypack/rules/ec2/subnet-no-automatic-public-ip.ts";
import { testRule } from "../../rule-tester.ts";

const given = { property: "mapPublicIpOnLaunch", found: "public addresses given automatically" };

testRule(subnetNoAutomaticPublicIp, {
  compliant: [
    { props: { cidrBlock: "10.0.1.0/24", mapPublicIpOnLaunch: false } },
    { props: { cidrBlock: "10.0.1.0/24" } },
    { type: "aws:ec2/defaultSubnet:DefaultSubnet", props: { mapPublicIpOnLaunch: false } },
  ],
  violating: [
    { why: "automatic addresses", props: { mapPublicIpOnLaunch: true }, ...given },
    { why: "a default subnet as it is", fixture: { type: "aws:ec2/defaultSubnet:DefaultSubnet" }, props: { mapPublicIpOnLaunch: undefined }, ...given },
  ],
  unknown: ["mapPublicIpOnLaunch"],
});
