import { launchTemplateNoPublicAddress } from "../../../../policypack/rules/ec2/launch-template-no-public-address.ts";
import { testRule } from "../../rule-tester.ts";

const configuration = { type: "aws:ec2/launchConfiguration:LaunchConfiguration" };

testRule(launchTemplateNoPublicAddress, {
  compliant: [
    { props: { networkInterfaces: [{ associatePublicIpAddress: "false" }] } },
    { props: {} },
    { ...configuration, props: { associatePublicIpAddress: false } },
  ],
  violating: [
    { why: "a template", props: { networkInterfaces: [{}, { associatePublicIpAddress: "true" }] }, property: "networkInterfaces[1].associatePublicIpAddress", found: "true" },
    { why: "a configuration", fixture: configuration, props: { associatePublicIpAddress: true }, property: "associatePublicIpAddress", found: "true" },
  ],
  unknown: ["networkInterfaces", "networkInterfaces[0].associatePublicIpAddress"],
});
