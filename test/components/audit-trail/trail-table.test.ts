import { describe, expect, test } from "vitest";
import { auditQueries } from "../../../components/audit-trail/audit-queries.ts";
import { PARTITIONS, trailColumns, trailLocation, trailProjection } from "../../../components/audit-trail/trail-table.ts";
import { deployment } from "./trail-arguments.ts";

const BUCKET = "hipaa-test-audit-111122223333-us-east-1";

describe("the trail's table", () => {
  test("has the folders that CloudTrail writes as partitions", () => {
    const projection = trailProjection(deployment, { regions: ["us-east-1", "us-west-2"], years: 7, organizationId: undefined });
    expect(projection["storage.location.template"]).toBe(`s3://${BUCKET}/AWSLogs/\${account}/CloudTrail/\${region}/\${day}`);
    expect(PARTITIONS.filter((partition) => projection[`projection.${partition}.type`] === undefined)).toEqual([]);
    expect(projection).toMatchObject({ "projection.account.type": "enum", "projection.region.values": "us-east-1,us-west-2", "projection.day.range": "NOW-7YEARS,NOW", "projection.day.format": "yyyy/MM/dd" });
  });

  test("follows an organization's path, and then wants the account named", () => {
    const projection = trailProjection(deployment, { regions: ["us-east-1"], years: 1, organizationId: "o-a1b2c3d4e5" });
    expect(trailLocation(deployment, "o-a1b2c3d4e5")).toBe(`s3://${BUCKET}/AWSLogs/o-a1b2c3d4e5/`);
    expect(projection["storage.location.template"]).toContain("/AWSLogs/o-a1b2c3d4e5/${account}/");
    expect(projection["projection.account.type"]).toBe("injected");
  });

  test.each(trailColumns().map(({ name, type }) => [name, type] as const))("has a well-formed type for %s", (name, type) => {
    const text = typeof type === "string" ? type : "";
    expect(typeof name === "string" ? name : "").toMatch(/^[a-z0-9]+$/u);
    expect(text.split("<").length).toBe(text.split(">").length);
    expect(text).toMatch(/^(?:string|struct<.+>|array<.+>)$/u);
  });
});

describe("saved queries", () => {
  const columns = new Set([...trailColumns().map(({ name }) => name), ...PARTITIONS]);

  test.each(auditQueries('"db"."trail"').map((query) => [query.id, query.sql] as const))("%s reads the table, by day, and columns that it has", (_id, sql) => {
    expect(sql).toContain('FROM "db"."trail"');
    expect(sql).toMatch(/WHERE day >= date_format\(current_date - interval '30' day, '%Y\/%m\/%d'\)/u);
    const read = sql.match(/\b(?:event[a-z]+|useridentity|sourceipaddress|error[a-z]+|requestparameters|responseelements|additionaleventdata|requestid)\b/gu) ?? [];
    expect(read.filter((column) => !columns.has(column))).toEqual([]);
    expect(sql.split("(").length).toBe(sql.split(")").length);
  });
});
