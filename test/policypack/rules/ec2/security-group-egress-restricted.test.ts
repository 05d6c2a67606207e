import { securityGroupEgressRestricted } from "../../../../policypack/rules/ec2/security-group-egress-restricted.ts";
import { testRule } from "../../rule-tester.ts";

const group = (change: object) => ({ egress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"], ...change }] });

testRule(securityGroupEgressRestricted, {
  compliant: [
    { props: group({}) },
    { props: group({ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/16"] }) },
    { props: { ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }] } },
    { type: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", props: { ipProtocol: "-1", prefixListId: "pl-1" } },
  ],
  violating: [
    { why: "everything", props: group({ protocol: "-1", fromPort: 0, toPort: 0 }), property: "egress[0].cidrBlocks", found: "0.0.0.0/0 on all ports" },
    { why: "another port", props: group({ fromPort: 25, toPort: 25 }), property: "egress[0].cidrBlocks", found: "0.0.0.0/0 on tcp 25" },
    { why: "ports from 443 on", props: group({ toPort: 444 }), property: "egress[0].cidrBlocks", found: "0.0.0.0/0 on tcp 443-444" },
    { why: "ports up to 443", props: group({ fromPort: 80 }), property: "egress[0].cidrBlocks", found: "0.0.0.0/0 on tcp 80-443" },
    { why: "another protocol", props: group({ protocol: "udp", ipv6CidrBlocks: ["::/0"] }), property: "egress[0].ipv6CidrBlocks", found: "::/0 on udp 443" },
    {
      why: "a rule of its own",
      fixture: { type: "aws:ec2/securityGroupRule:SecurityGroupRule" },
      props: { type: "egress", protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] },
      property: "cidrBlocks",
      found: "0.0.0.0/0 on all ports",
    },
    {
      why: "a rule of the newer kind",
      fixture: { type: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule" },
      props: { ipProtocol: "-1", cidrIpv4: "0.0.0.0/0" },
      property: "cidrIpv4",
      found: "0.0.0.0/0 on all ports",
    },
  ],
  unknown: ["egress", "egress[0].cidrBlocks", "egress[0].fromPort"],
});
