import { ec2EbsOptimized } from "../../../../policypack/rules/ec2/ec2-ebs-optimized.ts";
import { testRule } from "../../rule-tester.ts";

testRule(ec2EbsOptimized, {
  compliant: [
    { props: { instanceType: "m3.xlarge", ebsOptimized: true } },
    { type: "aws:ec2/launchTemplate:LaunchTemplate", props: { instanceType: "c3.2xlarge", ebsOptimized: "true" } },
  ],
  violating: [
    { why: "off", props: { ebsOptimized: false }, property: "ebsOptimized", found: "false" },
    { why: "as AWS makes it", props: { ebsOptimized: undefined, instanceType: "r3.4xlarge" }, property: "ebsOptimized", found: "nothing, so false" },
  ],
  unknown: ["instanceType", "ebsOptimized"],
  notApplicable: [{ why: "a current type", props: { instanceType: "m7i.large" } }, { why: "a type that cannot be", props: { instanceType: "m3.medium" } }, { why: "no type", props: { instanceType: undefined } }],
});
