import type { input } from "@pulumi/aws/types/index.js";
import type { Deployment } from "../lib/deployment.ts";
import { FLOW_LOG_FIELDS } from "../lib/flow-log-fields.ts";
import type { AuditQuery } from "./audit-queries.ts";
import { trailNames } from "./trail-names.ts";

/** Fields that are numbers; all others are text. */
const NUMBERS: ReadonlySet<string> = new Set(["version", "srcport", "dstport", "protocol", "packets", "bytes", "start", "end", "tcp-flags", "traffic-path"]);
/** Ways out of a network: 8 is an internet gateway; on older instances 2 is one, or a gateway endpoint. */
const INTERNET_PATHS = [2, 8];

/** Columns of the flow logs' table, in the order in which the files have them. */
export function flowColumns(): input.glue.CatalogTableStorageDescriptorColumn[] {
  return FLOW_LOG_FIELDS.map((field) => ({ name: field.replaceAll("-", "_"), type: NUMBERS.has(field) ? "bigint" : "string" }));
}

/** Where flow logs of the primary region lie, without the part that is the partition. */
export function flowLocation(deployment: Deployment): string {
  return `s3://${trailNames(deployment).logBucket}/AWSLogs/${deployment.accountId}/vpcflowlogs/${deployment.region}/`;
}

/** Partition projection by the hour, as the folders are. */
export function flowProjection(deployment: Deployment, years: number): Record<string, string> {
  return {
    EXTERNAL: "TRUE",
    "skip.header.line.count": "1",
    "projection.enabled": "true",
    "projection.hour.type": "date",
    "projection.hour.format": "yyyy/MM/dd/HH",
    "projection.hour.interval": "1",
    "projection.hour.interval.unit": "HOURS",
    "projection.hour.range": `NOW-${String(years)}YEARS,NOW`,
    "storage.location.template": `${flowLocation(deployment)}\${hour}`,
  };
}

/** Saved questions to the flow logs, each over the last day (S4-44). */
export function flowQueries(table: string): readonly AuditQuery[] {
  const select = (columns: string, where: string, group: string, order: string): string => [
    `SELECT ${columns}`,
    `FROM ${table}`,
    "WHERE hour >= date_format(current_timestamp - interval '1' day, '%Y/%m/%d/%H')",
    `  AND ${where}`,
    `GROUP BY ${group}`,
    `ORDER BY ${order} DESC`,
    "LIMIT 100",
  ].join("\n");
  return [
    {
      id: "rejected-traffic", meaning: "Who was refused most often, and at which port",
      sql: select("srcaddr, dstaddr, dstport, count(*) AS records, sum(packets) AS packets", "action = 'REJECT'", "srcaddr, dstaddr, dstport", "records"),
    },
    {
      id: "internet-traffic", meaning: "What left the network by an internet gateway, and how much",
      sql: select("pkt_srcaddr, pkt_dstaddr, pkt_dst_aws_service, dstport, sum(bytes) AS bytes", `traffic_path IN (${INTERNET_PATHS.join(", ")}) AND flow_direction = 'egress'`, "pkt_srcaddr, pkt_dstaddr, pkt_dst_aws_service, dstport", "bytes"),
    },
    {
      id: "database-clients", meaning: "Who talked to the database",
      sql: select("srcaddr, dstaddr, dstport, action, sum(packets) AS packets", "dstport IN (3306, 5432) AND flow_direction = 'ingress'", "srcaddr, dstaddr, dstport, action", "packets"),
    },
  ];
}
