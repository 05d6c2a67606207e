import { sumOf } from "./cost-item.ts";
import type { ComponentCost } from "./platform-cost.ts";
import { PRICES_DATE } from "./prices.ts";

/** USD a month of a whole stack; NaN where an instance has no price in the price file. */
export function totalUsd(costs: readonly ComponentCost[]): number {
  return costs.reduce((total, { items }) => total + sumOf(items), 0);
}

/** Items whose price the price file does not have. */
export function unpriced(costs: readonly ComponentCost[]): readonly string[] {
  return costs.flatMap(({ component, items }) => items.filter(({ usdEach }) => Number.isNaN(usdEach)).map(({ what }) => `${component}: ${what}`));
}

/** The estimate as text, for the end of a preview. */
export function renderCost(costs: readonly ComponentCost[], assumed: Readonly<Record<string, number>>): string {
  const rows = [...costs.map(({ component, items }) => [component, sumOf(items)] as const), ["total", totalUsd(costs)] as const];
  const width = Math.max(...rows.map(([name]) => name.length));
  const missing = unpriced(costs);
  return [
    `Monthly cost in USD, an estimate: list prices of us-east-1 on ${PRICES_DATE}`,
    ...rows.map(([name, usd]) => `  ${name.padEnd(width)}  ${(Number.isNaN(usd) ? "unknown" : usd.toFixed(0)).padStart(7)}`),
    ...missing.map((item) => `  no price known for ${item}`),
    `  assumed of a month: ${Object.entries(assumed).map(([name, amount]) => `${name} ${String(amount)}`).join(", ")} (load in the configuration)`,
  ].join("\n");
}
