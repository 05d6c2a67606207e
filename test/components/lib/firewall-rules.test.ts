import { describe, expect, test } from "vitest";
import { countryProblems, firewallRules, rateProblems } from "../../../components/lib/firewall-rules.ts";

const rules = firewallRules({ countries: ["US", "CA"], requestsPerFiveMinutes: 500, bodyKib: 64 });

/** A rule's members, for tests that look inside. */
function rule(name: string): unknown {
  return rules.find((candidate) => candidate.name === name);
}

describe("rules of a web ACL", () => {
  test("are asked in order, each counted and none sampled", () => {
    expect(rules.map(({ name, priority }) => [name, priority])).toEqual([
      ["other-countries", 0], ["rate-limit", 1], ["body-size", 2], ["ip-reputation", 3], ["known-bad-inputs", 4], ["common", 5], ["sql-injection", 6],
    ]);
    expect(rules.map(({ visibilityConfig }) => visibilityConfig)).toEqual(rules.map(({ name }) => ({ cloudwatchMetricsEnabled: true, metricName: name, sampledRequestsEnabled: false })));
  });

  test("block all countries but those named", () => {
    expect(rule("other-countries")).toMatchObject({ action: { block: {} }, statement: { notStatement: { statement: { geoMatchStatement: { countryCodes: ["US", "CA"] } } } } });
  });

  test("block an address that asks too often", () => {
    expect(rule("rate-limit")).toMatchObject({ action: { block: {} }, statement: { rateBasedStatement: { limit: 500, evaluationWindowSec: 300, aggregateKeyType: "IP" } } });
  });

  test("block bodies that WAF cannot look through as a whole", () => {
    expect(rule("body-size")).toMatchObject({ action: { block: {} }, statement: { sizeConstraintStatement: { comparisonOperator: "GT", size: 65_536, fieldToMatch: { body: { oversizeHandling: "MATCH" } } } } });
  });

  test("let AWS's groups block, but for the one limit that has a stand-in", () => {
    const groups = ["ip-reputation", "known-bad-inputs", "sql-injection"].map(rule);
    expect(groups).toMatchObject(groups.map(() => ({ overrideAction: { none: {} }, statement: { managedRuleGroupStatement: { vendorName: "AWS" } } })));
    expect(JSON.stringify(groups)).not.toContain("count");
    expect(rule("common")).toMatchObject({ statement: { managedRuleGroupStatement: { name: "AWSManagedRulesCommonRuleSet", ruleActionOverrides: [{ name: "SizeRestrictions_BODY", actionToUse: { count: {} } }] } } });
  });
});

describe("what a web ACL takes", () => {
  test.each([[["US"], 0], [["us"], 1], [["USA", "U"], 2], [[], 1]])("countries %j have %i problems", (countries, count) => {
    expect(countryProblems("countries", countries)).toHaveLength(count);
  });

  test.each([[10, 0], [9, 1], [2_000_000_000, 0], [2_000_000_001, 1], [10.5, 1], [Number.NaN, 1]])("a rate of %d has %i problems", (requests, count) => {
    expect(rateProblems("requests", requests)).toHaveLength(count);
  });
});
