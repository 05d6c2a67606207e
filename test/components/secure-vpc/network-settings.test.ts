import { describe, expect, test } from "vitest";
import type { SecureVpcArgs } from "../../../components/secure-vpc/index.ts";
import { NatStrategy, NetworkUse } from "../../../components/secure-vpc/index.ts";
import { networkSettings, networkShape } from "../../../components/secure-vpc/network-settings.ts";
import { networkArguments } from "./network-arguments.ts";

function refusals(changes: Partial<SecureVpcArgs>): readonly string[] {
  return networkSettings({ ...networkArguments, ...changes }).problems.map(({ argument, value, allowed, change }) => `${argument} = ${JSON.stringify(value)}: ${allowed}. ${change}`);
}

const zones = (count: number): string[] => ["a", "b", "c", "d"].slice(0, count).map((letter) => `us-east-1${letter}`);
/** Distinct ranges of 256 addresses. */
const ranges = (count: number): string[] => Array.from({ length: count }, (_, index) => `198.18.${String(index)}.0/24`);

describe("networkSettings refuses", () => {
  test.each<readonly [string, Partial<SecureVpcArgs>, string]>([
    ["a peer with the same range", { peerCidrs: ["10.0.0.0/16"] },
      'peerCidrs[0] = "10.0.0.0/16": a range apart from cidrBlock = 10.0.0.0/16, or the two networks can never be connected. Give one of the two networks another range, such as 10.1.0.0/16'],
    ["a peer within the range for pods", { podCidrBlock: "100.64.0.0/16", peerCidrs: ["10.1.0.0/16", "100.64.128.0/17"] },
      'peerCidrs[1] = "100.64.128.0/17": a range apart from podCidrBlock = 100.64.0.0/16, or the two networks can never be connected. Give one of the two networks another range, such as 100.65.0.0/16'],
    ["a peer that is no range", { peerCidrs: ["west"] }, 'peerCidrs[0] = "west": a range in CIDR notation that starts at its own first address. Give one such as 203.0.113.0/24'],
    ["a caller that is no range (S5-05)", { allowedCidrs: ["203.0.113.7"] }, 'allowedCidrs[0] = "203.0.113.7": a range in CIDR notation that starts at its own first address. Give one such as 203.0.113.0/24'],
    ["a caller named twice", { allowedCidrs: ["203.0.113.0/24", "203.0.113.0/24"] }, 'allowedCidrs = ["203.0.113.0/24","203.0.113.0/24"]: each range once. Leave the second mention out'],
    ["a way out to everywhere (S4-19)", { outboundCidrs: ["0.0.0.0/0"] }, 'outboundCidrs[0] = "0.0.0.0/0": ranges of named partners, /16 or narrower (S4-19). Give the partner\'s own addresses'],
    ["a way out without NAT gateways", { outboundCidrs: ["203.0.113.0/28"], natStrategy: NatStrategy.None },
      'outboundCidrs = ["203.0.113.0/28"]: none without NAT gateways, which are the only way out of the network. Leave it out, or set natStrategy to OnePerAz or Single'],
    ["an organisation that is none", { organizationId: "111122223333" },
      'organizationId = "111122223333": the id of an organisation: o- and 10 to 32 of a-z and 0-9. Take it from AWS Organizations, or leave it out for this account alone'],
    ["a port below those of RDS", { databasePort: 443 }, "databasePort = 443: RDS takes ports from 1150 to 65535. Leave it out for the engine's own"],
    ["endpoints without one that is called, where nothing else is a way out", { natStrategy: NatStrategy.None, uses: [NetworkUse.Records], endpoints: ["kms", "secretsmanager", "ssm"] },
      'endpoints = ["kms","secretsmanager","ssm"]: an endpoint for every service that is called, as no security group opens another way to it; there is none for sts (workloads take on their roles). Add them, leave endpoints out to get what is needed, or take out of uses what does not run'],
    ["a VPC whose subnets cannot hold the endpoints", { cidrBlock: "10.0.0.0/20" },
      'cidrBlock = "10.0.0.160/28": private subnets with an address for each of 15 interface endpoints; 10.0.0.160/28 has 11 usable ones. Give a larger cidrBlock, or larger privateCidrs'],
    ["a number of nodes that is none", { demand: { maxNodes: -1, podsPerNode: 29 } },
      "demand.maxNodes = -1: a whole number from 1 to 13500, the most that EKS reaches. Give the most that the cluster may grow to"],
    ["more callers than a group has rules", { allowedCidrs: ranges(31) },
      'allowedCidrs = "31 ranges": 30 ranges, as each takes two of the 60 rules of a security group. Join neighbouring ranges into larger ones, or leave some out'],
    ["more partners than a group has rules", { outboundCidrs: ranges(47) },
      'outboundCidrs = "47 ranges": 46 ranges, as the group of workloads takes 60 rules and needs the others itself. Join neighbouring ranges into larger ones, or leave some out'],
    ["more callers than an ACL has entries", { allowedCidrs: ranges(5), enableNacls: true },
      'allowedCidrs = "5 ranges": 4 ranges with enableNacls, as each takes two of the 19 entries of a network ACL, which needs the others itself. Join neighbouring ranges into larger ones, or leave some out'],
    ["more callers than an ACL has entries beside the range for pods", { allowedCidrs: ranges(4), enableNacls: true, podCidrBlock: "100.64.0.0/16" },
      'allowedCidrs = "4 ranges": 3 ranges with enableNacls, as each takes two of the 19 entries of a network ACL, which needs the others itself. Join neighbouring ranges into larger ones, or leave some out'],
    ["a retention that CloudWatch does not know", { flowLogRetentionDays: 366 },
      "flowLogRetentionDays = 366: CloudWatch takes 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653 days, and a year is the least. Choose the next longer one"],
  ])("%s", (_, changes, refusal) => {
    expect(refusals(changes)).toEqual([refusal]);
  });

  test.each([
    ['{ "uses": ["cluster", "everything"] }', 'uses[1] = "everything": one of cluster, sessions, records, telemetry, tracing, prometheus, grafana, threat-detection, inference, messages. Take one of these'],
    ['{ "natStrategy": "Two" }', 'natStrategy = "Two": one of OnePerAz, Single, None. Take one of these'],
    ['{ "databaseEngine": "oracle" }', 'databaseEngine = "oracle": one of postgres, mysql, aurora-postgresql. Take one of these'],
  ])("%s, from callers without a compiler", (json, refusal) => {
    const foreign: Partial<SecureVpcArgs> = JSON.parse(json);
    expect(refusals(foreign)).toEqual([refusal]);
  });
});

describe("networkSettings accepts", () => {
  test.each<readonly [string, Partial<SecureVpcArgs>]>([
    ["a network apart from its peer", { peerCidrs: ["10.1.0.0/16"] }],
    ["as many callers as a group has rules for", { allowedCidrs: ranges(30) }],
    ["as many partners as a group has rules for", { outboundCidrs: ranges(46) }],
    ["as many callers as an ACL has entries for", { allowedCidrs: ranges(4), enableNacls: true }],
    ["a network that nobody calls and that calls nobody", { allowedCidrs: [], natStrategy: NatStrategy.None }],
    ["an organisation", { organizationId: "o-abcde12345" }],
  ])("%s", (_, changes) => {
    expect(refusals(changes)).toEqual([]);
  });

  test.each([2, 3, 4])("%d zones with every kind of NAT", (count) => {
    for (const natStrategy of Object.values(NatStrategy)) {
      expect(refusals({ zones: zones(count), natStrategy })).toEqual([]);
    }
  });
});

describe("networkShape counts what AWS bills by the piece", () => {
  test.each([[NatStrategy.OnePerAz, 4], [NatStrategy.Single, 1], [NatStrategy.None, 0]])("gateways of %s in four zones: %d", (natStrategy, gateways) => {
    expect(networkShape({ ...networkArguments, natStrategy, zones: zones(4) })).toMatchObject({ zones: 4, natGateways: gateways });
  });

  test("interface endpoints of the uses, and those that are asked for besides, but no gateway endpoints", () => {
    const { interfaceEndpoints } = networkShape(networkArguments);
    expect(interfaceEndpoints).toBe(networkSettings(networkArguments).settings.endpoints.filter(({ type }) => type === "Interface").length);
    expect(networkShape({ ...networkArguments, additionalEndpoints: ["bedrock-runtime"] }).interfaceEndpoints).toBe(interfaceEndpoints + 1);
  });
});
