import type { StackConfig } from "../config.ts";
import type { ConfigProblem } from "../config/relations.ts";
import { sumOf } from "./cost-item.ts";
import { totalUsd, unpriced } from "./cost-report.ts";
import { stackCost } from "./stack-cost.ts";

/** Why the stack does not fit its budget: it costs more, or nobody can say what it costs. */
export function budgetProblems(config: StackConfig): readonly ConfigProblem[] {
  const [key, value] = ["budget.monthlyUsd", config.budget.monthlyUsd];
  if (value === undefined) {
    return [];
  }
  const costs = stackCost(config);
  const missing = unpriced(costs);
  if (missing.length > 0) {
    return [{ key, value, advice: `a budget that can be checked; the price file has no price for ${missing.join(", ")}. Choose another type, or remove budget` }];
  }
  const total = totalUsd(costs);
  const largest = costs.map(({ component, items }) => ({ component, usd: sumOf(items) })).toSorted((one, other) => other.usd - one.usd).slice(0, 3);
  return total <= value ? [] : [{
    key, value,
    advice: `at least the ${String(Math.ceil(total))} USD that the stack is estimated to cost, most of it for ${largest.map(({ component, usd }) => `${component} ${usd.toFixed(0)}`).join(", ")}. Raise it, or choose less`,
  }];
}
