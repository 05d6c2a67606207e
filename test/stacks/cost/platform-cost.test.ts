import { describe, expect, test } from "vitest";
import { sumOf } from "../../../stacks/cost/cost-item.ts";
import { renderCost, totalUsd } from "../../../stacks/cost/cost-report.ts";
import { platformCost } from "../../../stacks/cost/platform-cost.ts";
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
  ])("rises with %s", (_what, changes) => {
    expect(costOf(changed(dev, changes))).toBeGreaterThan(costOf(dev) + 10);
  });

  test("is written by component and in total, with what it assumes", () => {
    const costs = platformCost(parsed(prod));
    const text = renderCost(costs, parsed(prod).load);
    for (const { component, items } of costs) {
      expect(text).toMatch(new RegExp(`^  ${component} +${sumOf(items).toFixed(0)}$`, "mu"));
    }
    expect(text).toMatch(new RegExp(`^  total +${costOf(prod).toFixed(0)}$`, "mu"));
    expect(text).toContain("phiGB 500, newPhiGB 50");
  });

  test("is unknown, and says of what, where an instance type has no price", () => {
    const costs = platformCost(parsed(changed(dev, { "cluster.nodes.instanceTypes": ["u7i.large"] })));
    expect(renderCost(costs, {})).toMatch(/^ {2}total +unknown$/mu);
    expect(renderCost(costs, {})).toContain("  no price known for PrivateEksCluster: nodes (u7i.large)");
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
