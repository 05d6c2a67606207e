import { type CostItem, priced } from "./cost-item.ts";
import type { ComponentCost } from "./platform-cost.ts";
import type { PriceName } from "./prices.ts";
import { restoredTableCost } from "./restore-cost.ts";

/** How much a serverless stack is used; it shapes no resource. */
export interface ServerlessLoad {
  readonly tableGigabytes: number;
  /** Reads and writes of records, a million each month; the trail records both. */
  readonly millionReads: number;
  readonly millionWrites: number;
  /** What lies in the trail's bucket, and how many files come each month. */
  readonly logGigabytes: number;
  readonly thousandLogFiles: number;
  /** What the trail writes to CloudWatch each month. */
  readonly streamGigabytes: number;
  readonly queryTerabytes: number;
}

/**
 * The use that the documents' table of costs stands for (S3-62): 0.50 USD of API requests are 143,000
 * at list price, each a read and a write of a record; 0.15 USD of log files are 2 GB and 21,000 deliveries;
 * 0.05 USD of queries 10 GB.
 */
export const DOCUMENTS_LOAD: ServerlessLoad = { tableGigabytes: 0.5, millionReads: 0.143, millionWrites: 0.143, logGigabytes: 2, thousandLogFiles: 21, streamGigabytes: 2, queryTerabytes: 0.01 };

/** What a serverless stack has of what is billed by the piece; a test compares it with what the stack registers. */
export const SERVERLESS_PIECES = { keys: 6, auditAlarms: 15, vaultAlarms: 3, tableAlarms: 2, dashboards: 2, restoreTests: 1 } as const;

/** What an account never pays for, whatever its age: /free, "Always free". Twelve-month offers are not counted. */
const ALWAYS_FREE = { alarms: 10, dashboards: 3, streamGigabytes: 5, tableGigabytes: 25 } as const;

/** What a stack without network, cluster and database is billed each month, by component, where nothing else in the account uses what AWS gives for nothing (S3-62, S3-63). `streamed` says whether the trail is also written to CloudWatch, where its alarms are. */
export function serverlessCost(load: ServerlessLoad = DOCUMENTS_LOAD, streamed = true): readonly ComponentCost[] {
  const { keys, auditAlarms, vaultAlarms, tableAlarms, dashboards, restoreTests } = SERVERLESS_PIECES;
  const { tableGigabytes, millionReads, millionWrites, logGigabytes, thousandLogFiles, streamGigabytes, queryTerabytes } = load;
  const costs: readonly ComponentCost[] = [
    { component: "KeyRing", items: [priced("keys and their replicas", keys, "kmsKey")] },
    {
      component: "RecordsStore",
      items: [
        beyond("records table", tableGigabytes, ALWAYS_FREE.tableGigabytes, "tableStorage"), priced("writes to it", millionWrites, "tableWrites"), priced("reads of it", millionReads, "tableReads"),
        priced("its point-in-time recovery", tableGigabytes, "tableRecovery"),
      ],
    },
    {
      component: "AuditTrail",
      items: [
        priced("records of access", millionReads + millionWrites, "trailDataEvents"), priced("log files", logGigabytes, "s3Standard"), priced("their delivery", thousandLogFiles, "s3Deliveries"), priced("queries", queryTerabytes, "athenaTerabyte"),
        beyond("events in CloudWatch", streamed ? streamGigabytes : 0, ALWAYS_FREE.streamGigabytes, "logGigabyte"), beyond("metrics that alarms watch", streamed ? auditAlarms : 0, ALWAYS_FREE.alarms, "alarm"),
      ],
    },
    {
      component: "DrVault",
      items: [
        priced("backups of the table and their copies", 2 * tableGigabytes, "tableBackup"), priced("backups of the audit logs and their copies", 2 * logGigabytes, "backupWarm"),
        priced("metrics that alarms watch", vaultAlarms, "alarm"), ...restoredTableCost(restoreTests, tableGigabytes),
      ],
    },
    {
      component: "Observability",
      items: [priced("metrics that alarms watch", tableAlarms, "alarm"), beyond("dashboards", dashboards, ALWAYS_FREE.dashboards, "dashboard")],
    },
  ];
  return costs.map(({ component, items }) => ({ component, items: items.filter(({ quantity }) => quantity > 0) }));
}

/** What is billed above what is free. */
function beyond(what: string, quantity: number, free: number, price: PriceName): CostItem {
  return priced(`${what}, beyond ${String(free)} that are free`, Math.max(0, quantity - free), price);
}
