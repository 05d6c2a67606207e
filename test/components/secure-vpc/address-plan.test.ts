import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AddressRequest, planAddresses } from "../../../components/secure-vpc/address-plan.ts";
import { contains, formatBlock, overlaps, parseBlock } from "../../../components/secure-vpc/ipv4-block.ts";

const twoZones: AddressRequest = { region: "us-east-1", zones: ["us-east-1a", "us-east-1b"], cidrBlock: "10.0.0.0/16", tiers: {}, podCidrBlock: undefined };

describe("planAddresses", () => {
  const refused: readonly (readonly [string, Partial<AddressRequest>, readonly string[]])[] = [
    ["one zone", { zones: ["us-east-1a"] }, ["zones"]],
    ["five zones", { zones: ["a", "b", "c", "d", "e"].map((letter) => `us-east-1${letter}`) }, ["zones"]],
    ["a zone named twice", { zones: ["us-east-1a", "us-east-1a"] }, ["zones"]],
    ["a zone of another region", { zones: ["us-east-1a", "us-west-2a"] }, ["zones[1]"]],
    ["a zone without its letter", { zones: ["us-east-1a", "us-east-1"] }, ["zones[1]"]],
    ["no CIDR", { cidrBlock: "10.0.0.0" }, ["cidrBlock"]],
    ["a CIDR with bits beyond its prefix", { cidrBlock: "10.0.0.1/16" }, ["cidrBlock"]],
    ["public addresses", { cidrBlock: "8.8.0.0/16" }, ["cidrBlock"]],
    ["a VPC larger than AWS makes", { cidrBlock: "10.0.0.0/15" }, ["cidrBlock"]],
    ["a VPC too small to be laid out", { cidrBlock: "10.0.0.0/21" }, ["cidrBlock"]],
    ["the range of Kubernetes services", { cidrBlock: "172.20.0.0/16" }, ["cidrBlock"]],
    ["pods outside the shared address space", { podCidrBlock: "10.1.0.0/16" }, ["podCidrBlock"]],
    ["a range for pods that is too small to divide", { podCidrBlock: "100.64.0.0/27" }, ["podCidrBlock"]],
    ["fewer subnets than zones", { tiers: { private: ["10.0.10.0/24"] } }, ["privateCidrs"]],
    ["more subnets than zones", { tiers: { public: ["10.0.1.0/24", "10.0.2.0/24", "10.0.3.0/24"] } }, ["publicCidrs"]],
    ["a subnet outside the VPC", { tiers: { isolated: ["10.0.20.0/24", "10.1.0.0/24"] } }, ["isolatedCidrs[1]"]],
    ["a subnet below /28", { tiers: { public: ["10.0.1.0/29", "10.0.2.0/24"] } }, ["publicCidrs[0]"]],
    ["a subnet that overlaps one laid out", { tiers: { private: ["10.0.1.0/24", "10.0.11.0/24"] } }, ["privateCidrs[0]"]],
    ["two subnets of one tier that overlap", { tiers: { isolated: ["10.0.20.0/23", "10.0.21.0/24"] } }, ["isolatedCidrs[1]"]],
    ["all of it at once", { zones: ["us-west-2a"], cidrBlock: "8.8.0.0/16", podCidrBlock: "10.1.0.0/16" }, ["zones", "zones[0]", "cidrBlock", "podCidrBlock"]],
  ];
  test.each(refused)("refuses %s", (_, changes, args) => {
    expect(planAddresses({ ...twoZones, ...changes }).problems.map(({ argument }) => argument)).toEqual(args);
  });

  test.each<readonly [string, Partial<AddressRequest>, string]>([
    ["too few zones", { zones: ["us-east-1a"] }, 'zones = ["us-east-1a"]: 2 to 4 availability zones (S4-09, S4-100). Name them, such as ["us-east-1a", "us-east-1b"]'],
    ["a zone named twice", { zones: ["us-east-1a", "us-east-1a"] }, 'zones = ["us-east-1a","us-east-1a"]: each zone once. Leave the second mention out'],
    ["a zone of another region", { zones: ["us-east-1a", "us-west-2a"] }, 'zones[1] = "us-west-2a": a zone of the deployment\'s region us-east-1. Name one such as us-east-1a'],
    ["no CIDR", { cidrBlock: "10.0.0.1/16" }, 'cidrBlock = "10.0.0.1/16": a range in CIDR notation that starts at its own first address. Give one such as 10.0.0.0/16'],
    ["public addresses", { cidrBlock: "8.8.0.0/16" }, 'cidrBlock = "8.8.0.0/16": a range within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16. Take private addresses (RFC 1918)'],
    ["Kubernetes' own range", { cidrBlock: "172.20.0.0/16" }, 'cidrBlock = "172.20.0.0/16": a range apart from 172.20.0.0/16, from where Kubernetes services get their addresses. Give another such as 10.0.0.0/16'],
    ["a VPC that AWS does not make", { cidrBlock: "10.0.0.0/15" }, 'cidrBlock = "10.0.0.0/15": AWS takes VPCs from /16 to /28. Give one such as 10.0.0.0/16'],
    ["a VPC too small to be laid out", { cidrBlock: "10.0.0.0/21", tiers: { public: ["10.0.0.0/24", "10.0.1.0/24"] } },
      'cidrBlock = "10.0.0.0/21": /16 to /20 where subnets are laid out (private, isolated): they are a 256th of it, and AWS takes none below /28. Give a larger range, or the CIDRs of these tiers'],
    ["pods elsewhere", { podCidrBlock: "10.1.0.0/16" }, 'podCidrBlock = "10.1.0.0/16": /16 to /26 within 100.64.0.0/10 (X-04). Give 100.64.0.0/16, or leave it out'],
    ["fewer subnets than zones", { tiers: { private: ["10.0.10.0/24"] } }, 'privateCidrs = ["10.0.10.0/24"]: one CIDR for each of the 2 zones. Give as many as there are zones, or leave them out'],
    ["a subnet outside the VPC", { tiers: { isolated: ["10.0.20.0/24", "10.1.0.0/24"] } }, 'isolatedCidrs[1] = "10.1.0.0/24": a range from /16 to /28 within the VPC\'s 10.0.0.0/16. Give one that fits, or leave the tier out'],
    ["a subnet over another", { tiers: { private: ["10.0.1.0/24", "10.0.11.0/24"] } }, 'privateCidrs[0] = "10.0.1.0/24": a range apart from publicCidrs[0] = 10.0.1.0/24. Give ranges that do not overlap'],
  ])("says of %s what is allowed and what to change", (_, changes, refusal) => {
    const [problem] = planAddresses({ ...twoZones, ...changes }).problems;
    expect(`${problem?.argument ?? ""} = ${JSON.stringify(problem?.value)}: ${problem?.allowed ?? ""}. ${problem?.change ?? ""}`).toBe(refusal);
  });

  test("lays two zones out by the documents' CIDRs (S4-06 to S4-08, X-05)", () => {
    expect(planAddresses(twoZones)).toEqual({
      plan: { public: ["10.0.1.0/24", "10.0.2.0/24"], private: ["10.0.10.0/24", "10.0.11.0/24"], isolated: ["10.0.20.0/24", "10.0.21.0/24"], pods: [] },
      problems: [],
    });
  });

  test.each([
    ["10.42.0.0/16", ["10.42.1.0/24", "10.42.2.0/24"], ["10.42.20.0/24", "10.42.21.0/24"]],
    ["192.168.0.0/16", ["192.168.1.0/24", "192.168.2.0/24"], ["192.168.20.0/24", "192.168.21.0/24"]],
    ["10.0.16.0/20", ["10.0.16.16/28", "10.0.16.32/28"], ["10.0.17.64/28", "10.0.17.80/28"]],
  ])("puts the tiers of %s in the same places", (cidrBlock, publicCidrs, isolatedCidrs) => {
    const { plan, problems } = planAddresses({ ...twoZones, cidrBlock });
    expect(problems).toEqual([]);
    expect(plan).toMatchObject({ public: publicCidrs, isolated: isolatedCidrs });
  });

  test("takes a small VPC when every tier is given", () => {
    const tiers = { public: ["10.0.0.0/28", "10.0.0.16/28"], private: ["10.0.0.32/28", "10.0.0.48/28"], isolated: ["10.0.0.64/28", "10.0.0.80/28"] };
    expect(planAddresses({ ...twoZones, cidrBlock: "10.0.0.0/24", tiers }).problems).toEqual([]);
  });

  test("gives pods a quarter of their range in each zone, wherever the next zone comes", () => {
    const pods = (zones: readonly string[]) => planAddresses({ ...twoZones, zones, podCidrBlock: "100.64.0.0/16" }).plan.pods;
    expect(pods(twoZones.zones)).toEqual(["100.64.0.0/18", "100.64.64.0/18"]);
    expect(pods([...twoZones.zones, "us-east-1c"]).slice(0, 2)).toEqual(pods(twoZones.zones));
  });

  test("lays out any VPC without a subnet outside of it or in the way of another", () => {
    const vpcs = fc.tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 16, max: 20 }), fc.nat(), fc.integer({ min: 2, max: 4 }));
    fc.assert(fc.property(vpcs, ([second, prefix, offset, zones]) => {
      const first = 10 * 2 ** 24 + second * 2 ** 16 + (offset % 2 ** (prefix - 16)) * 2 ** (32 - prefix);
      const vpc = { first, prefix };
      const { plan, problems } = planAddresses({ ...twoZones, cidrBlock: formatBlock(vpc), zones: ["a", "b", "c", "d"].slice(0, zones).map((letter) => `us-east-1${letter}`) });
      const subnets = [...plan.public, ...plan.private, ...plan.isolated].flatMap((cidr) => parseBlock(cidr) ?? []);
      expect(problems).toEqual([]);
      expect(subnets).toHaveLength(3 * zones);
      expect(subnets.every((subnet) => contains(vpc, subnet) && subnet.prefix <= 28)).toBe(true);
      expect(subnets.every((subnet, index) => subnets.slice(index + 1).every((other) => !overlaps(subnet, other)))).toBe(true);
    }));
  });

  test("moves no subnet when a zone is added", () => {
    const three = planAddresses({ ...twoZones, zones: [...twoZones.zones, "us-east-1c"] }).plan;
    for (const tier of ["public", "private", "isolated"] as const) {
      expect(three[tier].slice(0, 2)).toEqual(planAddresses(twoZones).plan[tier]);
    }
  });
});
