import { describe, expect, test } from "vitest";
import { sumOf } from "../../../stacks/cost/cost-item.ts";
import { networkSettings } from "../../../components/index.ts";
import { costByComponent, renderCost, totalUsd } from "../../../stacks/cost/cost-report.ts";
import { platformCost } from "../../../stacks/cost/platform-cost.ts";
import { SPOT_SHARE } from "../../../stacks/cost/prices.ts";
import { networkRequest } from "../../../stacks/network-request.ts";
import { changed, parsed, problemsOf, type RawConfig, stackFile } from "../stack-files.ts";

const dev = stackFile("dev");
const prod = stackFile("prod");

function costOf(raw: RawConfig): number {
  return totalUsd(platformCost(parsed(raw)));
}

/* Proves how the estimate follows from the configuration. Does not prove the prices: they are a dated file. */
describe("the estimated cost", () => {
  test.each([
    ["a NAT gateway in each zone", { "network.natGateways": "OnePerAz" }],
    ["another node", { "cluster.nodes.desired": 3 }],
    ["a larger database", { "database.instanceClass": "db.m7g.large" }],
    ["replicas instead of backups", { "dr.mode": "pilotLight", "dr.network": { cidr: "10.1.0.0/16", zones: ["us-west-2a", "us-west-2b"] } }],
    ["more load", { "load": { natGB: 5000 } }],
    ["another zone, for each endpoint", { "network.zones": ["us-east-1a", "us-east-1b", "us-east-1c"] }],
    ["a further group of nodes", { "cluster.nodeGroups": [{ name: "batch", instanceTypes: ["m7g.large"], minimum: 1, maximum: 2 }] }],
    ["a proxy", { "database.proxy": true }],
    ["every object looked at by Macie", { detection: { macieSamplingPercent: 100 } }],
    ["a larger host", { "accessHost.instanceType": "t4g.large" }],
    ["more requests traced", { observability: { runbookUrl: "https://wiki.example.org/alarms", tracing: { samplingPercent: 100 } }, load: { apiMillionRequests: 10 } }],
    ["fifteen thousand people a day", { "load": { dailyUsers: 15_000 }, "cluster.nodes.maximum": 10 }],
    ["more users", { load: { monthlyUsers: 2000 } }],
    ["more requests", { load: { apiMillionRequests: 10 } }],
    ["logs that are kept longer", { "logs.retentionDays": 3653, "load": { logGB: 300 } }],
  ])("rises with %s", (_what, changes) => {
    expect(costOf(changed(dev, changes))).toBeGreaterThan(costOf(dev) + 10);
  });

  test("counts spot nodes at a stated share of the on-demand price", () => {
    const group = (spot: boolean): RawConfig => changed(dev, {
      "cluster.nodeGroups": [{ name: "batch", instanceTypes: ["m7g.large"], minimum: 10, maximum: 10, ...(spot ? { spot, taints: [{ key: "batch", effect: "NO_SCHEDULE" }] } : {}) }],
    });
    expect(costOf(group(false)) - costOf(group(true))).toBeCloseTo(10 * 0.0816 * 730 * (1 - SPOT_SHARE), 6);
    const { load } = parsed(dev);
    expect(renderCost(platformCost(parsed(group(true))), load)).toContain("spot nodes at 40 % of the on-demand price");
    expect(renderCost(platformCost(parsed(group(false))), load)).not.toContain("spot");
  });

  test("has the compliance check's runs, its alarms, Inspector's look at it and the analysis of its role", () => {
    const check = (everyMinutes: number): RawConfig => changed(dev, { compliance: { check: { codePath: "test/fixtures/compliance-check", everyMinutes } } });
    expect(costOf(check(60)) - costOf(dev)).toBeCloseTo(730 * 60 * 0.25 * 0.0000133334 + 3 * 0.1 + 0.3 + 0.2, 6);
    expect(costOf(check(30)) - costOf(check(60))).toBeCloseTo(730 * 60 * 0.25 * 0.0000133334, 6);
  });

  test("leaves out what the stack has not, and what others pay for", () => {
    const least = changed(dev, { identity: undefined, accessHost: undefined, delivery: undefined, account: { managedHere: false } });
    expect(platformCost(parsed(least)).map(({ component }) => component)).toEqual([
      "KeyRing", "SecureVpc", "PrivateEksCluster", "PhiDataStore", "AuditTrail", "DrVault", "recovery region", "SecurityAlerts", "Observability",
    ]);
    const organization = platformCost(parsed(changed(dev, { detection: { administration: "organization" } }))).find(({ component }) => component === "ThreatDetection");
    expect(organization?.items.map(({ what }) => what)).toEqual(["malware scans of new objects", "scanned objects"]);
  });

  test("has the endpoints at the price that the network's own plan lists", () => {
    const config = parsed(dev);
    const { settings } = networkSettings({ deployment: { region: config["aws:region"] }, ...networkRequest(config) });
    const [endpoints] = platformCost(config).flatMap(({ items }) => items.filter(({ price }) => price === "interfaceEndpoint"));
    expect((endpoints?.quantity ?? 0) * (endpoints?.usdEach ?? 0)).toBeCloseTo(settings.endpoints.reduce((sum, { monthlyUsd }) => sum + monthlyUsd, 0), 6);
  });

  test("is written by component and in total, with what it assumes", () => {
    const costs = platformCost(parsed(prod));
    const text = renderCost(costs, parsed(prod).load);
    for (const { component, items } of costs) {
      expect(text).toMatch(new RegExp(`^  ${component} +${sumOf(items).toFixed(0)}$`, "mu"));
    }
    expect(text).toMatch(new RegExp(`^  total +${costOf(prod).toFixed(0)}$`, "mu"));
    expect(text).toContain("phiGB 500, newPhiGB 50");
    expect(Object.keys(parsed(prod).load).filter((field) => !text.includes(` ${field} `))).toEqual([]);
    expect(text.split("\n").filter((line) => line.length > 130)).toEqual([]);
  });

  test("is unknown, and says of what, where an instance type has no price", () => {
    const costs = platformCost(parsed(changed(dev, { "cluster.nodes.instanceTypes": ["u7i.large"] })));
    expect(renderCost(costs, {})).toMatch(/^ {2}total +unknown$/mu);
    expect(renderCost(costs, {})).toContain("  no price known for PrivateEksCluster: nodes (u7i.large)");
    expect(Object.keys(costByComponent(costs))).not.toContain("PrivateEksCluster");
    expect(costByComponent(costs)["KeyRing"]).toBe(Math.round(sumOf(costs[0]?.items ?? [])));
  });
});

describe("a budget", () => {
  test("that holds is accepted", () => {
    expect(problemsOf(changed(dev, { budget: { monthlyUsd: Math.ceil(costOf(dev)) } }))).toEqual([]);
  });

  test("that is exceeded refuses the stack, with the sum and where it goes", () => {
    const total = Math.ceil(costOf(dev));
    expect(problemsOf(changed(dev, { budget: { monthlyUsd: total - 1 } }))).toEqual([
      expect.stringMatching(new RegExp(`^hipaa-platform:budget\\.monthlyUsd = ${String(total - 1)}: at least the ${String(total)} USD that the stack is estimated to cost, most of it for \\w+ \\d+, [\\w ]+ \\d+, [\\w ]+ \\d+\\. Raise it, or choose less$`, "u")),
    ]);
  });

  test("that cannot be checked refuses the stack, naming what has no price", () => {
    expect(problemsOf(changed(dev, { "budget": { monthlyUsd: 1_000_000 }, "cluster.nodes.instanceTypes": ["u7i.large"] }))).toEqual([
      "hipaa-platform:budget.monthlyUsd = 1000000: a budget that can be checked; the price file has no price for PrivateEksCluster: nodes (u7i.large). Choose another type, or remove budget",
    ]);
  });
});
