import { type CostItem, databases, priced } from "./cost-item.ts";
import { HOURS_PER_MONTH } from "./prices.ts";

/** Hours for which a restored database stands for validation. */
const VALIDATION_HOURS = 12;

/** What a monthly restore test brings back. */
export interface RestoredStores {
  readonly databaseClass: string;
  readonly phiGigabytes: number;
  readonly tableGigabytes: number;
}

/** Tests of `points` recovery points, and what they restore: the whole of each store. */
export function restoreTestCost(points: number, { databaseClass, phiGigabytes, tableGigabytes }: RestoredStores): readonly CostItem[] {
  return points === 0 ? [] : [
    priced("monthly restore tests", points, "restoreTest"), databases("restored database, half a day", databaseClass, VALIDATION_HOURS / HOURS_PER_MONTH),
    priced("restored objects", phiGigabytes, "restoredGigabyte"), priced("restored table", tableGigabytes, "restoredTableGigabyte"),
  ];
}
