import { SERVERLESS_CLASS } from "../../components/index.ts";
import { AURORA_HOUR, DATABASE_HOUR, HOURS_PER_MONTH, INSTANCE_HOUR, type PriceName, PRICES, SPOT_SHARE } from "./prices.ts";

/** Something that AWS bills each month. */
export interface CostItem {
  readonly what: string;
  readonly quantity: number;
  /** USD a month for one; NaN where the price file has no price. */
  readonly usdEach: number;
  readonly unit: string;
  /** Where the price file has it. */
  readonly price: PriceName | "instance" | "database";
}

/** `quantity` of what the price file lists under `price`. */
export function priced(what: string, quantity: number, price: PriceName): CostItem {
  const { usd, unit } = PRICES[price];
  return { what, quantity, usdEach: usd, unit, price };
}

/** `quantity` EC2 instances of a type; NaN USD where the price file has no such type. */
export function instances(what: string, type: string, quantity: number, spot = false): CostItem {
  const usdEach = (INSTANCE_HOUR[type] ?? Number.NaN) * HOURS_PER_MONTH * (spot ? SPOT_SHARE : 1);
  return { what: `${what} (${type}${spot ? ", spot" : ""})`, quantity, usdEach, unit: "instance-month", price: "instance" };
}

/** `quantity` database instances of a class, in one zone each; NaN USD where the price file has no such class. */
export function databases(what: string, instanceClass: string, quantity: number): CostItem {
  return { what: `${what} (${instanceClass})`, quantity, usdEach: (DATABASE_HOUR[instanceClass] ?? Number.NaN) * HOURS_PER_MONTH, unit: "instance-month", price: "database" };
}

/** `quantity` instances of Aurora, each in a zone of its own; of those that scale by themselves, at `units` capacity units. */
export function auroraInstances(what: string, instanceClass: string, quantity: number, units: number): CostItem {
  if (instanceClass === SERVERLESS_CLASS) {
    return priced(`${what} at ${String(units)} capacity units`, quantity * units, "auroraCapacityUnit");
  }
  return { what: `${what} (${instanceClass})`, quantity, usdEach: (AURORA_HOUR[instanceClass] ?? Number.NaN) * HOURS_PER_MONTH, unit: "instance-month", price: "database" };
}

/** USD a month of all items. What there is none of costs nothing, whatever its price. */
export function sumOf(items: readonly CostItem[]): number {
  return items.reduce((sum, { quantity, usdEach }) => quantity === 0 ? sum : sum + quantity * usdEach, 0);
}

/** Virtual processors of an instance type or a database's class, by its size. */
export function vcpus(type: string): number {
  const [family = "", size = ""] = type.replace(/^db\./u, "").split(".");
  // Burstable types have two from the smallest on; the others start with one, called medium.
  return family.startsWith("t") ? Math.max(2, VCPUS[size] ?? 2 * times(size)) : VCPUS[size] ?? 4 * times(size);
}

const VCPUS: Readonly<Record<string, number>> = { nano: 2, micro: 2, small: 2, medium: 1, large: 2, xlarge: 4 };

/** The 4 of `4xlarge`; 1 where the size has no number. */
function times(size: string): number {
  const number = Number.parseInt(size, 10);
  return Number.isNaN(number) ? 1 : number;
}
