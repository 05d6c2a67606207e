import { ec2DetailedMonitoring } from "../../../../policypack/rules/ec2/ec2-detailed-monitoring.ts";
import { testRule } from "../../rule-tester.ts";

const instance = { type: "aws:ec2/instance:Instance" };

testRule(ec2DetailedMonitoring, {
  compliant: [
    { props: { monitoring: { enabled: true } } },
    { ...instance, props: { monitoring: true } },
    { ...instance, props: { launchTemplate: { id: "lt-1" } } },
    { type: "aws:ec2/launchConfiguration:LaunchConfiguration", props: {} },
  ],
  violating: [
    { why: "off", props: { monitoring: { enabled: false } }, property: "monitoring.enabled", found: "false" },
    { why: "as AWS makes it", props: { monitoring: undefined }, property: "monitoring.enabled", found: "nothing, so false" },
    { why: "an instance", fixture: instance, props: { monitoring: false }, property: "monitoring", found: "false" },
    { why: "an instance as AWS makes it", fixture: instance, props: { monitoring: undefined }, property: "monitoring", found: "nothing, so false" },
    { why: "a configuration", fixture: { type: "aws:ec2/launchConfiguration:LaunchConfiguration" }, props: { enableMonitoring: false }, property: "enableMonitoring", found: "false" },
  ],
  unknown: ["monitoring", "monitoring.enabled"],
});
