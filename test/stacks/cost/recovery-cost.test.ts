import { expect, test } from "vitest";
import { sumOf } from "../../../stacks/cost/cost-item.ts";
import { PRICES } from "../../../stacks/cost/prices.ts";
import { recoveryCost, type RecoveryLoad } from "../../../stacks/cost/recovery-cost.ts";
import type { DrMode } from "../../../stacks/recovery-objectives.ts";
import { REFERENCE } from "./reference-load.ts";

/** What differs between the designs that were compared: a cluster without nodes had no endpoints there, and a warm standby was Aurora. */
const DESIGN: Readonly<Record<DrMode, Partial<RecoveryLoad>>> = { backup: {}, pilotLight: { endpoints: 0 }, warmStandby: { aurora: true, databaseClass: "db.serverless" } };

/** The sums of that comparison, in USD a month; what holds the sums and not the rates stays true when a price changes in both. */
test.each([["backup", 24], ["pilotLight", 261], ["warmStandby", 419]] as const)("a %s recovery region costs about %d USD a month at the reference load", (mode, expected) => {
  const usd = sumOf(recoveryCost(mode, { ...REFERENCE, ...DESIGN[mode] }));
  expect(Math.abs(usd - expected) / expected).toBeLessThan(0.05);
});

test("an instance without a price makes the sum unknown instead of low", () => {
  expect(sumOf(recoveryCost("warmStandby", { ...REFERENCE, standbyNodeType: "z9.large" }))).toBeNaN();
});

test("a pilot light costs more than the comparison says by the endpoints through which its nodes would start", () => {
  const more = sumOf(recoveryCost("pilotLight", REFERENCE)) - sumOf(recoveryCost("pilotLight", { ...REFERENCE, endpoints: 0 }));
  expect(more).toBeCloseTo(5 * 2 * PRICES.interfaceEndpoint.usd, 6);
});
