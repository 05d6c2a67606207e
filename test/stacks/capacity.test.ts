import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { capacityPage } from "../../docs/generators/capacity-page.ts";
import { capacities, connectionsOf } from "../../stacks/capacity.ts";
import { ASSUMED, monthlyUse, peakUse } from "../../stacks/daily-use.ts";
import { project } from "../architecture/source-files.ts";
import { changed, parsed, problemsOf, type RawConfig, stackFile } from "./stack-files.ts";

const dev = stackFile("dev");
const prod = stackFile("prod");
const DOCUMENTS_USERS = 15_000;

function refusals(raw: RawConfig, dailyUsers: number): readonly string[] {
  return problemsOf(changed(raw, { load: { dailyUsers }, budget: undefined })).map((line) => line.replace(/^hipaa-platform:/u, ""));
}

/* Proves the arithmetic and that a stack too small is refused. Does not prove the assumptions: none was measured. */
describe("production", () => {
  test("holds the documents' 15,000 users a day with everything to spare (S4-01)", () => {
    const config = parsed(prod);
    expect(config.load.dailyUsers).toBe(DOCUMENTS_USERS);
    const figures = capacities(config);
    expect(figures.filter(({ needed, has }) => !(needed <= has))).toEqual([]);
    expect(figures.map(({ key }) => key)).toEqual([
      "api.throttle.ratePerSecond", "api.throttle.burst", "api.requestsPerFiveMinutes", "load.dailyUsers", "cluster.nodes.maximum", "database.instanceClass", "load.dailyUsers", "load.dailyUsers",
    ]);
  });

  test("has its figures and every assumption on the page", () => {
    const page = readFileSync(join(project, "docs/capacity.md"), "utf8");
    expect(page).toBe(capacityPage("prod", parsed(prod)));
    expect(Object.keys(ASSUMED).filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
    expect(page).toContain("= **66.67 requests a second**");
  });

  test("and a page of a stack that names no load is not written", () => {
    expect(() => capacityPage("dev", parsed(dev))).toThrow("Pulumi.dev.yaml: load.dailyUsers is missing, from which docs/capacity.md is written");
  });
});

describe("a stack too small for its load is refused, with the field that has to grow", () => {
  const ENOUGH = { "cluster.nodes.maximum": 100, "database.instanceClass": "db.m7g.4xlarge", "api": { throttle: { ratePerSecond: 5000, burst: 5000 }, requestsPerFiveMinutes: 100_000 } };
  const roomy = changed(dev, ENOUGH);
  const of = "Raise it, or lower load.dailyUsers; docs/capacity.md has the arithmetic";
  test.each([
    ["the rate", changed(roomy, { "api.throttle": { ratePerSecond: 50, burst: 5000 } }), `api.throttle.ratePerSecond = 50: enough for 15000 people a day (load.dailyUsers), who need 67 requests a second, all callers together; there are 50. ${of}`],
    ["the burst", changed(roomy, { "api.throttle": { ratePerSecond: 5000, burst: 66 } }), `api.throttle.burst = 66: enough for 15000 people a day (load.dailyUsers), who need 67 requests at once above the rate; there are 66. ${of}`],
    ["one address", changed(roomy, { "api.requestsPerFiveMinutes": 999 }), `api.requestsPerFiveMinutes = 999: enough for 15000 people a day (load.dailyUsers), who need 1000 requests of one address within five minutes; there are 999. ${of}`],
    ["nodes", changed(roomy, { "cluster.nodes.maximum": 9 }), `cluster.nodes.maximum = 9: enough for 15000 people a day (load.dailyUsers), who need 10 nodes for 7 pods, twice as many during a release, when one zone is lost; there are 9. ${of}`],
  ])("%s", (_what, raw, line) => {
    expect(refusals(raw, DOCUMENTS_USERS)).toEqual([line]);
  });

  test("the database's connections", () => {
    expect(refusals(changed(roomy, { "database.instanceClass": "db.t4g.medium" }), 60_000)).toEqual([
      expect.stringMatching(/^database\.instanceClass = "db\.t4g\.medium": enough for 60000 people a day \(load\.dailyUsers\), who need 560 connections to the database; there are 405\. /u),
    ]);
  });

  test("partners behind one NAT gateway, where there are any", () => {
    const called = capacities(parsed(changed(roomy, { "network.outboundCidrs": ["198.51.100.0/24"], "load": { dailyUsers: DOCUMENTS_USERS } })));
    expect(called.at(-1)).toEqual({ key: "network.natGateways", value: "Single", what: "connections to one partner through one NAT gateway", needed: 200, has: 55_000 });
  });

  test("what only AWS can raise", () => {
    expect(refusals(changed(roomy, { "cluster.nodes.maximum": 450 }), 400_000).filter((line) => line.startsWith("load."))).toEqual([
      expect.stringContaining("who need 134 sign-ins and renewed tokens a second, as AWS's quota starts; there are 120. Ask AWS for more before they come, and lower it until then"),
    ]);
  });

  test("nothing, where the configuration names no load", () => {
    expect(capacities(parsed(dev))).toEqual([]);
  });
});

test("more people never need less of anything", () => {
  const users = fc.integer({ min: 1, max: 1_000_000 });
  fc.assert(fc.property(users, users, (one, other) => {
    const [few, many] = [peakUse(Math.min(one, other), 15), peakUse(Math.max(one, other), 15)];
    expect(Object.values(many).every((needed, index) => needed >= (Object.values(few)[index] ?? 0))).toBe(true);
  }));
});

describe("connections of a database", () => {
  test.each([
    ["db.t4g.medium", {}, 405], ["db.m7g.large", {}, 811], ["db.r7g.large", { engine: "aurora-postgresql" }, 1622], ["db.m7g.2xlarge", {}, 3244], ["db.r7g.4xlarge", { engine: "aurora-postgresql" }, 5000],
    ["db.m7g.large", { engine: "mysql" }, 614], ["db.serverless", { engine: "aurora-postgresql" }, 3244], ["db.serverless", { engine: "aurora-postgresql", capacity: { minimumUnits: 2, maximumUnits: 4 } }, 811],
  ])("%s %j", (instanceClass, more, connections) => {
    const database = { ...Object(dev["database"]), instanceClass, ...more };
    expect(connectionsOf(parsed(changed(dev, { database })))).toBe(connections);
  });
});

describe("the month's use", () => {
  test("follows from the people of a day, and gives way to what the file says", () => {
    expect(monthlyUse(DOCUMENTS_USERS)).toEqual({ apiMillionRequests: 18, monthlyUsers: 30_000, tableMillionReads: 12.6, tableMillionWrites: 10.8, auditMillionEvents: 18 });
    expect(parsed(prod).load).toMatchObject({ ...monthlyUse(DOCUMENTS_USERS), phiGB: 500 });
    expect(parsed(changed(prod, { "load.monthlyUsers": 16_000 })).load).toMatchObject({ apiMillionRequests: 18, monthlyUsers: 16_000 });
    expect(parsed(dev).load).toMatchObject({ apiMillionRequests: 1, monthlyUsers: 200 });
  });
});
