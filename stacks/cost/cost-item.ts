import { DATABASE_HOUR, HOURS_PER_MONTH, INSTANCE_HOUR, type PriceName, PRICES } from "./prices.ts";

/** Something that AWS bills each month. */
export interface CostItem {
  readonly what: string;
  readonly quantity: number;
  /** USD a month for one. */
  readonly usdEach: number;
  readonly unit: string;
}

/** `quantity` of what the price file lists under `price`. */
export function priced(what: string, quantity: number, price: PriceName): CostItem {
  const { usd, unit } = PRICES[price];
  return { what, quantity, usdEach: usd, unit };
}

/** `quantity` EC2 instances of a type; NaN USD where the price file has no such type. */
export function instances(what: string, type: string, quantity: number): CostItem {
  return { what: `${what} (${type})`, quantity, usdEach: (INSTANCE_HOUR[type] ?? Number.NaN) * HOURS_PER_MONTH, unit: "instance-month" };
}

/** `quantity` database instances of a class, in one zone each; NaN USD where the price file has no such class. */
export function databases(what: string, instanceClass: string, quantity: number): CostItem {
  return { what: `${what} (${instanceClass})`, quantity, usdEach: (DATABASE_HOUR[instanceClass] ?? Number.NaN) * HOURS_PER_MONTH, unit: "instance-month" };
}

/** USD a month of all items. */
export function sumOf(items: readonly CostItem[]): number {
  return items.reduce((sum, { quantity, usdEach }) => sum + quantity * usdEach, 0);
}
