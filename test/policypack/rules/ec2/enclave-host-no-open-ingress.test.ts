import { enclaveHostNoOpenIngress } from "../../../../policypack/rules/ec2/enclave-host-no-open-ingress.ts";
import type { StackFixture } from "../../stack-fixture.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const stack: StackFixture = {
  host: { type: "aws:ec2/instance:Instance", props: { enclaveOptions: { enabled: true } }, refs: { "vpcSecurityGroupIds[0]": "group.id" } },
  group: { type: "aws:ec2/securityGroup:SecurityGroup", props: { ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, securityGroups: ["sg-1"] }] } },
};
const rule = (props: object) => ({ type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", props: { ipProtocol: "tcp", ...props }, refs: { securityGroupId: "group.id" } });

testStackRule(enclaveHostNoOpenIngress, {
  compliant: [stack, { ...stack, rule: rule({ fromPort: 443, toPort: 443, cidrIpv4: "10.0.0.0/16" }) }],
  violating: [
    {
      why: "a rule in the group",
      change: { group: { props: { ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }] } } },
      blamed: "group",
      property: "ingress[0].cidrBlocks",
      found: "0.0.0.0/0 on tcp 443, to the enclave host host",
    },
    { why: "a rule beside the group", change: { rule: rule({ fromPort: 443, toPort: 443, cidrIpv6: "::/0" }) }, blamed: "rule", property: "cidrIpv6", found: "::/0 on tcp 443, to the enclave host host" },
  ],
});
