import { ec2InstanceInVpc } from "../../../../policypack/rules/ec2/ec2-instance-in-vpc.ts";
import { testRule } from "../../rule-tester.ts";

testRule(ec2InstanceInVpc, {
  compliant: [{ props: { subnetId: "subnet-1" } }, { props: { primaryNetworkInterface: { networkInterfaceId: "eni-1" } } }, { props: { launchTemplate: { id: "lt-1" } } }],
  violating: [{ why: "no subnet", props: { subnetId: undefined }, property: "subnetId", found: "nothing, so the default VPC" }],
  unknown: [],
  presence: ["subnetId"],
});
