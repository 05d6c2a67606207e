import { describe, expect, test } from "vitest";
import { type AclEntry, planAcls } from "../../../components/secure-vpc/acl-plan.ts";
import { planAddresses } from "../../../components/secure-vpc/address-plan.ts";
import { contains, parseBlock } from "../../../components/secure-vpc/ipv4-block.ts";

const addresses = { region: "us-east-1", zones: ["us-east-1a", "us-east-1b"], cidrBlock: "10.0.0.0/16", tiers: {}, podCidrBlock: "100.64.0.0/16" };
const acls = planAcls({ ...addresses, plan: planAddresses(addresses).plan, allowedCidrs: ["203.0.113.0/24"], databasePort: 5432 });

/** What an ACL decides about one TCP packet: the first entry that fits, and what fits none is denied. */
function decision(entries: readonly AclEntry[], address: string, port: number): "allow" | "deny" {
  const packet = parseBlock(`${address}/32`);
  const fitting = entries.toSorted((one, other) => one.number - other.number).find(({ cidr, protocol, fromPort, toPort }) => {
    const range = parseBlock(cidr);
    return packet !== undefined && range !== undefined && contains(range, packet) && (protocol === "-1" || (port >= fromPort && port <= toPort));
  });
  return fitting?.action ?? "deny";
}

describe("planAcls", () => {
  test.each([22, 23, 135, 445, 1433, 3306, 3389, 5432, 5900, 6379, 9200, 11_211, 27_017])("keeps port %d shut to the internet in every tier (S4-24)", (port) => {
    for (const tier of ["public", "private", "isolated"] as const) {
      expect(decision(acls[tier].ingress, "198.51.100.7", port), tier).toBe("deny");
    }
  });

  test.each([[443, "203.0.113.9", "allow"], [80, "203.0.113.9", "allow"], [443, "198.51.100.7", "deny"], [80, "198.51.100.7", "deny"]] as const)(
    "port %d of load balancers from %s: %s", (port, address, expected) => {
      expect(decision(acls.public.ingress, address, port)).toBe(expected);
    });

  test("lets answers from the internet back to NAT gateways and to nodes that speak to S3", () => {
    expect(decision(acls.public.ingress, "52.216.0.1", 40_000)).toBe("allow");
    expect(decision(acls.private.ingress, "52.216.0.1", 40_000)).toBe("allow");
  });

  test.each([["10.0.10.9", 5432, "allow"], ["10.0.11.9", 5432, "allow"], ["100.64.3.3", 5432, "allow"], ["10.0.1.9", 5432, "deny"], ["10.0.10.9", 3306, "deny"], ["10.0.10.9", 22, "deny"]] as const)(
    "data tier from %s on %d: %s", (address, port, expected) => {
      expect(decision(acls.isolated.ingress, address, port)).toBe(expected);
    });

  test("lets the data tier answer workloads, and speak to nobody else (S4-22)", () => {
    expect(decision(acls.isolated.egress, "10.0.10.9", 40_000)).toBe("allow");
    expect(decision(acls.isolated.egress, "198.51.100.7", 443)).toBe("deny");
    expect(decision(acls.isolated.egress, "10.0.1.9", 40_000)).toBe("deny");
  });

  test.each([["10.0.21.9", 5432], ["10.0.20.9", 40_000]])("lets the database and its proxy in another zone speak to each other: %s on %d", (address, port) => {
    expect(decision(acls.isolated.ingress, address, port)).toBe("allow");
    expect(decision(acls.isolated.egress, address, port)).toBe("allow");
  });

  test("says why each entry is there (S4-24)", () => {
    const entries = Object.values(acls).flatMap(({ ingress, egress }) => [...ingress, ...egress]);
    expect(entries.filter(({ reason }) => reason.length < 10)).toEqual([]);
  });

  test("lets nodes out to HTTPS only", () => {
    expect(decision(acls.private.egress, "198.51.100.7", 443)).toBe("allow");
    expect(decision(acls.private.egress, "198.51.100.7", 25)).toBe("deny");
  });

  test("numbers entries as AWS takes them, at most 19 a direction even in four zones", () => {
    const largest = { ...addresses, zones: ["us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d"] };
    const four = planAcls({ ...largest, plan: planAddresses(largest).plan, allowedCidrs: ["203.0.113.0/24", "198.51.100.0/24", "192.0.2.0/24"], databasePort: 5432 });
    for (const acl of [...Object.values(acls), ...Object.values(four)]) {
      for (const entries of [acl.ingress, acl.egress]) {
        expect(entries.length).toBeLessThanOrEqual(19);
        expect(new Set(entries.map(({ number }) => number)).size).toBe(entries.length);
        expect(entries.every(({ number }) => number >= 1 && number <= 32_766)).toBe(true);
      }
    }
  });
});
