import { networkAclNoOpenIngress } from "../../../../policypack/rules/ec2/network-acl-no-open-ingress.ts";
import { testStackRule } from "../../stack-rule-tester.ts";

const open = { protocol: "tcp", cidrBlock: "0.0.0.0/0", action: "allow" };
const answers = { ...open, ruleNo: 200, fromPort: 1024, toPort: 65_535 };
const noRemote = { ...open, ruleNo: 100, action: "deny", fromPort: 3389, toPort: 3389 };
const noSsh = { ...noRemote, ruleNo: 90, fromPort: 22, toPort: 22 };
const acl = (...ingress: readonly object[]) => ({ type: "aws:ec2/networkAcl:NetworkAcl", props: { ingress } });
const property = "ingress[0].cidrBlock";

testStackRule(networkAclNoOpenIngress, {
  compliant: [
    { acl: acl(noRemote, answers, { ...open, ruleNo: 210, fromPort: 443, toPort: 443 }) },
    { acl: acl(noSsh, noRemote, { ...open, ruleNo: 200, fromPort: 2, toPort: 65_535 }) },
    { acl: acl(noSsh, noRemote, { ...open, ruleNo: 200, fromPort: 0, toPort: 65_534 }) },
    { acl: acl(noSsh, noRemote, { ...open, ruleNo: 200, protocol: "icmp", fromPort: 0, toPort: 65_535 }) },
    { acl: acl({ ...open, protocol: "-1", ruleNo: 100, fromPort: 0, toPort: 0, cidrBlock: "10.0.0.0/16" }) },
    {
      acl: { type: "aws:ec2/networkAcl:NetworkAcl" },
      answers: { type: "aws:ec2/networkAclRule:NetworkAclRule", props: { ruleNumber: 200, ruleAction: "allow", protocol: "tcp", cidrBlock: "0.0.0.0/0", fromPort: 1024, toPort: 65_535 }, refs: { networkAclId: "acl.id" } },
      noRemote: { type: "aws:ec2/networkAclRule:NetworkAclRule", props: { ruleNumber: 100, ruleAction: "deny", protocol: "6", cidrBlock: "0.0.0.0/0", fromPort: 3389, toPort: 3389 }, refs: { networkAclId: "acl.id" } },
      out: { type: "aws:ec2/networkAclRule:NetworkAclRule", props: { egress: true, ruleNumber: 100, ruleAction: "allow", protocol: "-1", cidrBlock: "0.0.0.0/0" }, refs: { networkAclId: "acl.id" } },
    },
    { acl: acl({ ...open, ruleNo: 100, protocol: "udp", fromPort: 20, toPort: 30 }) },
    { acl: acl({ ...open, ruleNo: 10, protocol: "-1", action: "deny" }, { ...open, ruleNo: 100, fromPort: 22, toPort: 22 }) },
    { acl: acl({ ...open, ruleNo: 100, fromPort: 22, toPort: 22 }, { ...open, ruleNo: 10, protocol: "all", action: "deny" }) },
    { acl: acl({ ...open, ruleNo: 10, fromPort: 22, toPort: 22, action: undefined }) },
  ],
  violating: [
    { why: "everything", change: { acl: acl({ ...open, protocol: "-1", ruleNo: 100, fromPort: 0, toPort: 0 }) }, blamed: "acl", property, found: "0.0.0.0/0 on all ports" },
    { why: "every TCP port", change: { acl: acl({ ...open, ruleNo: 100, fromPort: 0, toPort: 65_535 }) }, blamed: "acl", property, found: "0.0.0.0/0 on tcp 0-65535" },
    { why: "everything but two ports", change: { acl: acl(noSsh, noRemote, { ...open, protocol: "-1", ruleNo: 200, fromPort: 0, toPort: 0 }) }, blamed: "acl", property: "ingress[2].cidrBlock", found: "0.0.0.0/0 on all ports" },
    { why: "every TCP port but two", change: { acl: acl(noSsh, noRemote, { ...open, ruleNo: 200, fromPort: 1, toPort: 65_535 }) }, blamed: "acl", property: "ingress[2].cidrBlock", found: "0.0.0.0/0 on tcp 1-65535" },
    { why: "port 22", change: { acl: acl({ ...open, ruleNo: 100, fromPort: 20, toPort: 30 }) }, blamed: "acl", property, found: "0.0.0.0/0 on tcp 20-30" },
    { why: "port 3389 among those of answers", change: { acl: acl(answers) }, blamed: "acl", property, found: "0.0.0.0/0 on tcp 1024-65535" },
    { why: "a denial that comes too late", change: { acl: acl(answers, { ...noRemote, ruleNo: 300 }) }, blamed: "acl", property, found: "0.0.0.0/0 on tcp 1024-65535" },
    {
      why: "IPv6, where only IPv4 is denied",
      change: { acl: acl({ ...answers, cidrBlock: undefined, ipv6CidrBlock: "::/0" }, noRemote) },
      blamed: "acl",
      property: "ingress[0].ipv6CidrBlock",
      found: "::/0 on tcp 1024-65535",
    },
    { why: "the default ACL", change: { acl: { ...acl({ ...open, protocol: "-1", ruleNo: 100 }), type: "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl" } }, blamed: "acl", property, found: "0.0.0.0/0 on all ports" },
    { why: "an entry of its own", of: 5, change: { noRemote: null }, blamed: "answers", property: "cidrBlock", found: "0.0.0.0/0 on tcp 1024-65535" },
    { why: "an entry for an ACL elsewhere", of: 5, change: { noRemote: null, acl: null, answers: { props: { networkAclId: "acl-1" }, refs: { networkAclId: undefined } }, out: { props: { networkAclId: "acl-1" }, refs: { networkAclId: undefined } } }, blamed: "answers", property: "cidrBlock", found: "0.0.0.0/0 on tcp 1024-65535" },
  ],
  unknown: [["acl", "ingress[0].cidrBlock"], ["acl", "ingress[0].action"]],
});
