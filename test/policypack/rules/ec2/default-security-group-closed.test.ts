import { defaultSecurityGroupClosed } from "../../../../policypack/rules/ec2/default-security-group-closed.ts";
import { testRule } from "../../rule-tester.ts";

const rule = { protocol: "-1", fromPort: 0, toPort: 0, self: true };

testRule(defaultSecurityGroupClosed, {
  compliant: [{ props: { vpcId: "vpc-1", ingress: [], egress: [] } }, { props: { vpcId: "vpc-1" } }],
  violating: [
    { why: "a way in", props: { ingress: [rule] }, property: "ingress", found: "1 of them" },
    { why: "ways out", props: { egress: [rule, rule] }, property: "egress", found: "2 of them" },
  ],
  unknown: ["ingress", "egress"],
});
