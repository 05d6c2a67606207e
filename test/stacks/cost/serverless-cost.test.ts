import { expect, test } from "vitest";
import { sumOf } from "../../../stacks/cost/cost-item.ts";
import { totalUsd } from "../../../stacks/cost/cost-report.ts";
import { DOCUMENTS_LOAD, serverlessCost } from "../../../stacks/cost/serverless-cost.ts";

function partOf(component: string, costs = serverlessCost()): number {
  return sumOf(costs.filter((cost) => cost.component === component).flatMap(({ items }) => items));
}

/* The documents' table has 3.00 USD for keys and 0.25 for the table; this design has more keys, for copies in a second region. */
test("most of a serverless stack's bill is its keys", () => {
  expect(partOf("KeyRing") / totalUsd(serverlessCost())).toBeGreaterThan(0.6);
  expect(partOf("RecordsStore")).toBeLessThan(0.25);
});

test("what AWS always gives for nothing is not billed, and what is above it is", () => {
  const free = { ...DOCUMENTS_LOAD, tableGigabytes: 25, streamGigabytes: 5 };
  const prices = serverlessCost(free).flatMap(({ items }) => items.map(({ price }) => price));
  expect(prices).not.toContain("tableStorage");
  expect(prices).not.toContain("logGigabyte");
  const above = serverlessCost({ ...free, tableGigabytes: 26, streamGigabytes: 7 }).flatMap(({ items }) => items);
  expect(above.filter(({ price }) => ["tableStorage", "logGigabyte"].includes(price)).map(({ quantity }) => quantity)).toEqual([1, 2]);
});

test("a trail without CloudWatch has neither its alarms nor their price", () => {
  const [streamed, kept] = [serverlessCost({ ...DOCUMENTS_LOAD, streamGigabytes: 7 }), serverlessCost({ ...DOCUMENTS_LOAD, streamGigabytes: 7 }, false)];
  expect(partOf("AuditTrail", streamed) - partOf("AuditTrail", kept)).toBeCloseTo(2 * 0.5 + 5 * 0.1, 6);
});
