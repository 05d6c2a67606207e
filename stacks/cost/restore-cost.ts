import { auroraInstances, type CostItem, databases, priced } from "./cost-item.ts";
import { HOURS_PER_MONTH } from "./prices.ts";

/** Hours for which a restored database stands for validation. */
const VALIDATION_HOURS = 12;
/** What a restored cluster that scales by itself rests at. */
const RESTORED_UNITS = 2;

/** What a monthly restore test brings back. */
export interface RestoredStores {
  readonly aurora: boolean;
  readonly databaseClass: string;
  readonly objectGigabytes: number;
  readonly tableGigabytes: number;
}

/** Tests of `points` recovery points, and what they restore: the whole of each store. */
export function restoreTestCost(points: number, { aurora, databaseClass, objectGigabytes, tableGigabytes }: RestoredStores): readonly CostItem[] {
  const month = VALIDATION_HOURS / HOURS_PER_MONTH;
  const what = "restored database, half a day";
  return points === 0 ? [] : [
    ...restoredTableCost(points, tableGigabytes), aurora ? auroraInstances(what, databaseClass, month, RESTORED_UNITS) : databases(what, databaseClass, month),
    priced("restored objects", objectGigabytes, "restoredGigabyte"),
  ];
}

/** The same where nothing but a table is restored. */
export function restoredTableCost(points: number, tableGigabytes: number): readonly CostItem[] {
  return points === 0 ? [] : [priced("monthly restore tests", points, "restoreTest"), priced("restored table", tableGigabytes, "restoredTableGigabyte")];
}
