import { securityGroupIngressAuthorizedPorts } from "../../../../policypack/rules/ec2/security-group-ingress-authorized-ports.ts";
import { testRule } from "../../rule-tester.ts";

const group = (change: object) => ({ ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"], ...change }] });

testRule(securityGroupIngressAuthorizedPorts, {
  compliant: [
    { props: group({}) },
    { props: group({ fromPort: 80, toPort: 80, ipv6CidrBlocks: ["::/0"] }) },
    { props: group({ fromPort: 5432, toPort: 5432, cidrBlocks: ["10.0.0.0/8"], ipv6CidrBlocks: ["fd00::/8"] }) },
    { props: group({ protocol: "icmp", fromPort: 3, toPort: 4 }) },
    { props: { egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }] } },
    { type: "aws:ec2/securityGroupRule:SecurityGroupRule", props: { type: "egress", protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] } },
    { type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", props: { ipProtocol: "-1", referencedSecurityGroupId: "sg-1" } },
  ],
  violating: [
    { why: "another port", props: group({ fromPort: 8443, toPort: 8443 }), property: "ingress[0].cidrBlocks", found: "0.0.0.0/0 on tcp 8443" },
    { why: "the ports between", props: group({ fromPort: 80 }), property: "ingress[0].cidrBlocks", found: "0.0.0.0/0 on tcp 80-443" },
    { why: "another protocol", props: group({ protocol: "17" }), property: "ingress[0].cidrBlocks", found: "0.0.0.0/0 on udp 443" },
    { why: "half of the internet", props: group({ protocol: "-1", cidrBlocks: ["10.0.0.0/8", "128.0.0.0/1"] }), property: "ingress[0].cidrBlocks", found: "128.0.0.0/1 on all ports" },
    {
      why: "a rule of its own",
      fixture: { type: "aws:ec2/securityGroupRule:SecurityGroupRule" },
      props: { type: "ingress", protocol: "tcp", fromPort: 0, toPort: 65_535, ipv6CidrBlocks: ["::/0"] },
      property: "ipv6CidrBlocks",
      found: "::/0 on tcp 0-65535",
    },
    {
      why: "a rule of the newer kind",
      fixture: { type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule" },
      props: { ipProtocol: "-1", cidrIpv4: "0.0.0.0/0" },
      property: "cidrIpv4",
      found: "0.0.0.0/0 on all ports",
    },
    {
      why: "the default group",
      fixture: { type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup" },
      props: group({ protocol: "all" }),
      property: "ingress[0].cidrBlocks",
      found: "0.0.0.0/0 on all ports",
    },
  ],
  unknown: ["ingress", "ingress[0].cidrBlocks", "ingress[0].protocol", "ingress[0].fromPort"],
});
