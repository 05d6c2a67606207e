import { securityGroupNoOpenSsh } from "../../../../policypack/rules/ec2/security-group-no-open-ssh.ts";
import { testRule } from "../../rule-tester.ts";

const group = (change: object) => ({ ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["203.0.113.0/28"], ...change }] });

testRule(securityGroupNoOpenSsh, {
  compliant: [
    { props: group({}) },
    { props: group({ fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }) },
    { props: { ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, securityGroups: ["sg-1"] }] } },
    { props: group({ protocol: "icmp", fromPort: 8, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }) },
  ],
  violating: [
    { why: "anywhere", props: group({ cidrBlocks: ["0.0.0.0/0"] }), property: "ingress[0].cidrBlocks", found: "0.0.0.0/0 on tcp 22" },
    { why: "anywhere by IPv6", props: group({ ipv6CidrBlocks: ["::/0"] }), property: "ingress[0].ipv6CidrBlocks", found: "::/0 on tcp 22" },
    { why: "in a range", props: group({ fromPort: 0, toPort: 1024, cidrBlocks: ["0.0.0.0/0"] }), property: "ingress[0].cidrBlocks", found: "0.0.0.0/0 on tcp 0-1024" },
    { why: "all protocols", props: group({ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }), property: "ingress[0].cidrBlocks", found: "0.0.0.0/0 on all ports" },
    {
      why: "a rule of its own",
      fixture: { type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule" },
      props: { ipProtocol: "tcp", fromPort: 22, toPort: 22, cidrIpv6: "2000::/3" },
      property: "cidrIpv6",
      found: "2000::/3 on tcp 22",
    },
  ],
  unknown: ["ingress[0].cidrBlocks"],
});
