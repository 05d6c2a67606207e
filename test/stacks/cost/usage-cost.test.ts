import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { auroraInstances, sumOf, vcpus } from "../../../stacks/cost/cost-item.ts";
import { logs } from "../../../stacks/cost/log-cost.ts";
import { restoreTestCost } from "../../../stacks/cost/restore-cost.ts";
import { traced } from "../../../stacks/cost/service-cost.ts";

const amount = fc.double({ min: 0, max: 1e6, noNaN: true });

describe("virtual processors follow from the size", () => {
  test.each([
    ["m7g.medium", 1], ["m7g.large", 2], ["m7g.xlarge", 4], ["m7g.4xlarge", 16], ["t4g.micro", 2], ["t3.medium", 2], ["t4g.xlarge", 4], ["db.r7g.2xlarge", 8], ["db.t4g.medium", 2],
  ])("%s has %d", (type, expected) => {
    expect(vcpus(type)).toBe(expected);
  });
});

describe("traces", () => {
  test("are kept of every request up to one a second, and of a share of the rest", () => {
    expect(traced(1)).toBe(1);
    expect(traced(102.628)).toBeCloseTo(2.628 + 5, 6);
  });

  test("never outnumber the requests, and grow with them", () => {
    fc.assert(fc.property(amount, amount, (one, more) => traced(one) <= one && traced(one + more) >= traced(one)));
  });
});

test("logs are billed when they come, and by the months for which they are kept", () => {
  expect(logs("logs", 10, 365).map(({ quantity, price }) => [price, quantity])).toEqual([["logGigabyte", 10], ["logStorage", 18]]);
});

describe("a restore test", () => {
  const stores = { aurora: false, databaseClass: "db.m6g.large", objectGigabytes: 100, tableGigabytes: 10 };

  test("costs the point, half a day of the database, and what it brings back", () => {
    expect(sumOf(restoreTestCost(3, stores))).toBeCloseTo(3 * 1.5 + 12 * 0.159 + 100 * 0.02 + 10 * 0.15, 6);
  });

  test("costs nothing where there is none", () => {
    expect(restoreTestCost(0, stores)).toEqual([]);
  });
});

test("instances of Aurora are billed by capacity where they scale by themselves, by class elsewhere, and are unknown where the file has no such class", () => {
  expect(sumOf([auroraInstances("database", "db.serverless", 2, 8)])).toBeCloseTo(16 * 0.12 * 730, 6);
  expect(sumOf([auroraInstances("database", "db.r7g.large", 2, 8)])).toBeCloseTo(2 * 0.276 * 730, 6);
  expect(sumOf([auroraInstances("database", "db.x9.large", 2, 8)])).toBeNaN();
});
