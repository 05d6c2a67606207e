import { ec2InstanceProfile } from "../../../../policypack/rules/ec2/ec2-instance-profile.ts";
import { testRule } from "../../rule-tester.ts";

testRule(ec2InstanceProfile, {
  compliant: [{ props: { iamInstanceProfile: "records" } }, { props: { launchTemplate: { id: "lt-1" } } }],
  violating: [{ why: "none", props: { iamInstanceProfile: undefined }, property: "iamInstanceProfile", found: "nothing" }],
  unknown: [],
  presence: ["iamInstanceProfile"],
});
