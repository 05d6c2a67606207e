import { describe, expect, test } from "vitest";
import { TIER_GROUPS, tierRules } from "../../../components/secure-vpc/tier-rules.ts";

const rules = tierRules({ allowedCidrs: ["0.0.0.0/0"], databasePort: 5432, outboundCidrs: [] });
const of = (group: string, direction: string) => rules.filter((rule) => rule.group === group && rule.direction === direction).map(({ port, peer }) => ({ port, peer }));

function keysFor(cidrs: readonly string[]): readonly string[] {
  return tierRules({ allowedCidrs: cidrs, databasePort: 5432, outboundCidrs: [] }).map(({ key }) => key);
}

describe("tierRules", () => {
  test("opens nothing to the internet but HTTPS, and HTTP to be redirected (S4-15, S4-16, S4-23)", () => {
    expect(rules.filter(({ peer }) => "cidr" in peer)).toMatchObject([
      { group: "web", direction: "ingress", port: 443, peer: { cidr: "0.0.0.0/0" } }, { group: "web", direction: "ingress", port: 80, peer: { cidr: "0.0.0.0/0" } },
    ]);
  });

  test("lets the web tier out to the application only (S4-17)", () => {
    expect(of("web", "egress")).toEqual([{ port: 8080, peer: { group: "app" } }]);
  });

  test("lets the application in from the web tier only, on 8080 (S4-18)", () => {
    expect(of("app", "ingress")).toEqual([{ port: 8080, peer: { group: "web" } }]);
  });

  test("lets the application out to the database and to AWS, and nowhere else (S4-19)", () => {
    expect(of("app", "egress")).toEqual([
      { port: 5432, peer: { group: "db" } }, { port: 443, peer: { group: "endpoints" } }, { port: 443, peer: { gateway: "s3" } }, { port: 443, peer: { gateway: "dynamodb" } },
    ]);
  });

  test.each([5432, 3306, 6033])("opens a database on %d to the application on that port only (S4-20, S4-21, X-06)", (port) => {
    const ports = tierRules({ allowedCidrs: [], databasePort: port, outboundCidrs: [] }).filter(({ group }) => group === "db");
    expect(ports).toMatchObject([{ direction: "ingress", port, peer: { group: "app" } }]);
  });

  test("lets the application out to partners that are named, over HTTPS, and lets nobody else (S2-07)", () => {
    const partners = tierRules({ allowedCidrs: [], databasePort: 5432, outboundCidrs: ["203.0.113.0/28"] }).filter(({ peer }) => "cidr" in peer);
    expect(partners).toMatchObject([{ key: "app-to-203.0.113.0-28", group: "app", direction: "egress", port: 443, peer: { cidr: "203.0.113.0/28" } }]);
  });

  test.each(["db", "endpoints"])("lets %s out nowhere (S4-22)", (group) => {
    expect(of(group, "egress")).toEqual([]);
  });

  test("gives every range that may call the web tier a pair of rules of its own, so that adding one moves none (S5-05)", () => {
    expect(keysFor(["198.51.100.0/24", "203.0.113.0/24"])).toEqual(expect.arrayContaining([...keysFor(["203.0.113.0/24"])]));
  });

  test("has a counterpart for each rule between tiers: what one side sends the other takes", () => {
    for (const { group, direction, port, peer } of rules) {
      if ("group" in peer) {
        const counterpart = { group: peer.group, direction: direction === "ingress" ? "egress" : "ingress", port, peer: { group } };
        expect(rules, `${group} ${direction} ${String(port)}`).toContainEqual(expect.objectContaining(counterpart));
      }
    }
  });

  test("describes groups and rules in characters that EC2 takes", () => {
    const descriptions = [...Object.values(TIER_GROUPS), ...rules.map(({ reason }) => reason)];
    expect(descriptions.filter((text) => !/^[a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]{1,255}$/u.test(text))).toEqual([]);
  });
});
