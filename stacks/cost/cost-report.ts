import { sumOf } from "./cost-item.ts";
import type { ComponentCost } from "./platform-cost.ts";
import { PRICES_DATE, SPOT_SHARE } from "./prices.ts";

/** USD a month of a whole stack; NaN where an instance has no price in the price file. */
export function totalUsd(costs: readonly ComponentCost[]): number {
  return costs.reduce((total, { items }) => total + sumOf(items), 0);
}

/** Items whose price the price file does not have. */
export function unpriced(costs: readonly ComponentCost[]): readonly string[] {
  return costs.flatMap(({ component, items }) => items.filter(({ usdEach }) => Number.isNaN(usdEach)).map(({ what }) => `${component}: ${what}`));
}

/** USD a month by component, for stacks that compare; a component with an unknown price is left out. */
export function costByComponent(costs: readonly ComponentCost[]): Record<string, number> {
  return Object.fromEntries(costs.map(({ component, items }) => [component, sumOf(items)] as const).filter(([, usd]) => !Number.isNaN(usd)).map(([component, usd]) => [component, Math.round(usd)]));
}

/** The estimate as text, for the end of a preview, with the use that it assumes and where that stands. */
export function renderCost(costs: readonly ComponentCost[], assumed: Readonly<Record<string, number>>, source = "load in the configuration"): string {
  const rows = [...costs.map(({ component, items }) => [component, sumOf(items)] as const), ["total", totalUsd(costs)] as const];
  const width = Math.max(...rows.map(([name]) => name.length));
  const missing = unpriced(costs);
  return [
    `Monthly cost in USD, an estimate: list prices of us-east-1 on ${PRICES_DATE}`,
    ...rows.map(([name, usd]) => `  ${name.padEnd(width)}  ${(Number.isNaN(usd) ? "unknown" : usd.toFixed(0)).padStart(7)}`),
    ...missing.map((item) => `  no price known for ${item}`),
    ...wrapped(`assumed of a month (${source}): ${assumptions(costs, assumed).join(", ")}`),
  ].join("\n");
}

/** What the estimate takes for granted, as far as this stack depends on it. */
function assumptions(costs: readonly ComponentCost[], load: Readonly<Record<string, number>>): readonly string[] {
  const spot = costs.some(({ items }) => items.some(({ what }) => what.endsWith(", spot)")));
  return [...Object.entries(load).map(([name, amount]) => `${name} ${String(amount)}`), ...(spot ? [`spot nodes at ${String(SPOT_SHARE * 100)} % of the on-demand price`] : [])];
}

/** Lines of at most about `WIDTH` characters, broken after a comma. */
function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  for (const part of text.split(/(?<=,) /u)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + part.length < WIDTH) {
      lines[lines.length - 1] = `${last} ${part}`;
    } else {
      lines.push(`${lines.length === 0 ? "  " : "    "}${part}`);
    }
  }
  return lines;
}

const WIDTH = 120;
