import { type CostItem, priced } from "./cost-item.ts";

/** What CloudWatch keeps of a gigabyte of logs, compressed; AWS's own examples count with it. */
const COMPRESSED = 0.15;
const DAYS_A_MONTH = 365 / 12;

/** Logs in CloudWatch: what comes each month, and what is kept once the first of it expires. */
export function logs(what: string, gigabytes: number, retentionDays: number): readonly CostItem[] {
  return [priced(what, gigabytes, "logGigabyte"), priced(`${what}, kept`, gigabytes * COMPRESSED * retentionDays / DAYS_A_MONTH, "logStorage")];
}
