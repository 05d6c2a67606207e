import { enclaveHostNoExposedVsockProxy } from "../../../../policypack/rules/ec2/enclave-host-no-exposed-vsock-proxy.ts";
import type { StackFixture } from "../../stack-fixture.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const stack: StackFixture = {
  host: { type: "aws:ec2/instance:Instance", props: { enclaveOptions: { enabled: true } }, refs: { "vpcSecurityGroupIds[0]": "group.id" } },
  group: { type: "aws:ec2/securityGroup:SecurityGroup", props: { ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, securityGroups: ["sg-1"] }] } },
};
const rule = (props: object) => ({ type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", props: { ipProtocol: "tcp", ...props }, refs: { securityGroupId: "group.id" } });

testStackRule(enclaveHostNoExposedVsockProxy, {
  compliant: [stack, { ...stack, rule: rule({ fromPort: 8000, toPort: 8000, referencedSecurityGroupId: "sg-1" }) }, { ...stack, rule: rule({ fromPort: 443, toPort: 443, cidrIpv4: "10.0.0.0/16" }) }],
  violating: [
    { why: "to the network", change: { rule: rule({ fromPort: 8000, toPort: 8000, cidrIpv4: "10.0.0.0/16" }) }, blamed: "rule", property: "cidrIpv4", found: "10.0.0.0/16 on tcp 8000, to the proxy of the enclave host host" },
    {
      why: "in a range",
      change: { group: { props: { ingress: [{ protocol: "tcp", fromPort: 1, toPort: 65_535, cidrBlocks: ["10.0.0.0/16"] }] } } },
      blamed: "group",
      property: "ingress[0].cidrBlocks",
      found: "10.0.0.0/16 on tcp 1-65535, to the proxy of the enclave host host",
    },
  ],
});
