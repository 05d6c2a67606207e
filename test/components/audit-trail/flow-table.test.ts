import { describe, expect, test } from "vitest";
import { flowColumns, flowLocation, flowProjection, flowQueries } from "../../../components/audit-trail/flow-table.ts";
import { AuditTrail } from "../../../components/audit-trail/index.ts";
import { FLOW_LOG_FIELDS } from "../../../components/lib/flow-log-fields.ts";
import { all, one, record } from "../../support/pulumi-mocks.ts";
import { deployment, trailArguments } from "./trail-arguments.ts";

const FOLDER = "s3://hipaa-test-audit-111122223333-us-east-1/AWSLogs/111122223333/vpcflowlogs/us-east-1/";

describe("the flow logs' table (S4-44)", () => {
  test("has a column for each field, in the files' order", () => {
    expect(flowColumns().map(({ name }) => name)).toEqual(FLOW_LOG_FIELDS.map((field) => field.replaceAll("-", "_")));
    expect(flowColumns().filter(({ type }) => type === "bigint").map(({ name }) => name)).toEqual(["version", "srcport", "dstport", "protocol", "packets", "bytes", "start", "end", "tcp_flags", "traffic_path"]);
  });

  test("finds the folders of each hour by itself", () => {
    expect(flowLocation(deployment)).toBe(FOLDER);
    expect(flowProjection(deployment, 7)).toMatchObject({
      "projection.hour.type": "date", "projection.hour.format": "yyyy/MM/dd/HH", "projection.hour.interval.unit": "HOURS", "projection.hour.range": "NOW-7YEARS,NOW",
      "storage.location.template": `${FOLDER}\${hour}`, "skip.header.line.count": "1",
    });
  });

  test.each(flowQueries('"db"."flows"').map(({ id, sql }) => [id, sql] as const))("%s reads the table, by hour, and columns that it has", (_id, sql) => {
    const columns = new Set<unknown>([...flowColumns().map(({ name }) => name), "hour", "records"]);
    expect(sql).toContain('FROM "db"."flows"');
    expect(sql).toMatch(/WHERE hour >= date_format\(/u);
    const read = [...sql.matchAll(/^(?:GROUP BY|ORDER BY) (.+?)(?: DESC)?$/gmu)].flatMap(([, list]) => list?.split(", ") ?? []);
    expect(read.length).toBeGreaterThan(3);
    expect(read.filter((column) => !columns.has(column))).toEqual([]);
  });

  test("stands beside the trail's, with its questions in the same workgroup", async () => {
    const resources = await record(() => new AuditTrail("audit", trailArguments));
    expect(one(resources, "aws:glue/catalogTable:CatalogTable", "audit-flow-table").inputs).toMatchObject({
      databaseName: "hipaa_test_audit", name: "network_flows", partitionKeys: [{ name: "hour", type: "string" }],
      storageDescriptor: { location: FOLDER, serDeInfo: { parameters: { "field.delim": " " } } },
    });
    const names = all(resources, "aws:athena/namedQuery:NamedQuery").map(({ inputs }) => inputs["name"]);
    expect(names).toEqual(expect.arrayContaining(["hipaa-test-rejected-traffic", "hipaa-test-internet-traffic", "hipaa-test-database-clients"]));
    expect(new Set(names).size).toBe(names.length);
  });
});
