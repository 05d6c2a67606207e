import { securityGroupNoOpenInternalPorts } from "../../../../policypack/rules/ec2/security-group-no-open-internal-ports.ts";
import { testRule } from "../../rule-tester.ts";

const group = (change: object) => ({ ingress: [{ protocol: "tcp", fromPort: 5432, toPort: 5432, cidrBlocks: ["10.0.0.0/16"], ...change }] });

testRule(securityGroupNoOpenInternalPorts, {
  compliant: [{ props: group({}) }, { props: group({ fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }) }],
  violating: [
    { why: "a database", props: group({ cidrBlocks: ["0.0.0.0/0"] }), property: "ingress[0].cidrBlocks", found: "0.0.0.0/0 on tcp 5432" },
    { why: "remote desktop", props: group({ fromPort: 3389, toPort: 3389, cidrBlocks: ["0.0.0.0/0"] }), property: "ingress[0].cidrBlocks", found: "0.0.0.0/0 on tcp 3389" },
    { why: "a range with one in it", props: group({ fromPort: 5000, toPort: 6000, ipv6CidrBlocks: ["::/0"] }), property: "ingress[0].ipv6CidrBlocks", found: "::/0 on tcp 5000-6000" },
    {
      why: "a rule of its own",
      fixture: { type: "aws:ec2/securityGroupRule:SecurityGroupRule" },
      props: { type: "ingress", protocol: "6", fromPort: 27_017, toPort: 27_017, cidrBlocks: ["0.0.0.0/0"] },
      property: "cidrBlocks",
      found: "0.0.0.0/0 on tcp 27017",
    },
  ],
  unknown: ["ingress[0].cidrBlocks"],
});
