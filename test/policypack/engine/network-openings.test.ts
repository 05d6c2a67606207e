import { describe, expect, test } from "vitest";
import { describeOpening, isInternet, openings } from "../../../policypack/engine/network-openings.ts";
import { Reader } from "../../../policypack/engine/reader.ts";

describe("a range", () => {
  test.each([
    ["0.0.0.0/0", true], ["0.0.0.0/1", true], ["128.0.0.0/1", true], ["::/0", true], ["0:0:0:0:0:0:0:0/0", true], ["2000::/3", true],
    ["10.0.0.0/8", false], ["203.0.113.0/28", false], ["2001:db8::/32", false], ["fd00::/8", false], ["fc00::/7", false], ["0.0.0.0", false], ["any", false], ["0.0.0.0/x", false],
  ])("%s stands for the internet: %s", (cidr, expected) => {
    expect(isInternet(cidr)).toBe(expected);
  });
});

const group = (rule: object) => ({ type: "aws:ec2/securityGroup:SecurityGroup", props: new Reader({ ingress: [rule] }) });

describe("an opening", () => {
  test.each<readonly [object, string]>([
    [{ protocol: "-1", fromPort: 0, toPort: 0 }, "0.0.0.0/0 on all ports"],
    [{ protocol: "6", fromPort: 22, toPort: 22 }, "0.0.0.0/0 on tcp 22"],
    [{ protocol: "UDP", fromPort: 53, toPort: 54 }, "0.0.0.0/0 on udp 53-54"],
    [{ protocol: "tcp" }, "0.0.0.0/0 on tcp 0-65535"],
    [{}, "0.0.0.0/0 on all ports"],
    [{ protocol: "icmp", fromPort: 8, toPort: 0 }, "0.0.0.0/0 on icmp 8-0"],
  ])("of %j reads %s", (rule, expected) => {
    expect(openings(group({ ...rule, cidrBlocks: ["0.0.0.0/0"] }), "ingress").map(describeOpening)).toEqual([expected]);
  });

  test("is what points in the direction asked for", () => {
    const rule = { type: "aws:ec2/securityGroupRule:SecurityGroupRule", props: new Reader({ type: "egress", protocol: "-1", cidrBlocks: ["0.0.0.0/0"] }) };
    expect(openings(rule, "ingress")).toEqual([]);
    expect(openings(rule, "egress")).toHaveLength(1);
  });

  test("is nothing of another type", () => {
    expect(openings({ ...group({ cidrBlocks: ["0.0.0.0/0"] }), type: "aws:ec2/vpc:Vpc" }, "ingress")).toEqual([]);
  });
});
