import { beforeAll, describe, expect, test } from "vitest";
import { RegionFailover, type RegionFailoverArgs } from "../../../components/region-failover/index.ts";
import { all, one, publicFields, type Recorded, record, registeredOutputs } from "../../support/pulumi-mocks.ts";
import { api, failoverArguments } from "./failover-arguments.ts";

const RECORD = "aws:route53/record:Record";
const CHECK = "aws:route53/healthCheck:HealthCheck";
const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const PRIMARY_HOST = "hipaa-test-db.abc.us-east-1.rds.amazonaws.com";
const RECOVERY_HOST = "hipaa-test-db-replica.abc.us-west-2.rds.amazonaws.com";

async function recorded(changes: Partial<RegionFailoverArgs> = {}): Promise<readonly Recorded[]> {
  return await record(() => new RegionFailover("failover", { ...failoverArguments, ...changes }), { mode: "up" });
}

/** Records by their name among those of one name, without what they share. */
function records(resources: readonly Recorded[], name: string): unknown {
  return Object.fromEntries(all(resources, RECORD).filter(({ inputs }) => inputs["name"] === name).map(({ inputs: { setIdentifier, records: targets, failoverRoutingPolicies, healthCheckId } }) =>
    [String(setIdentifier), { targets, failoverRoutingPolicies, healthCheckId }]));
}

/** Checks and alarms with what they were given. */
function checks(resources: readonly Recorded[]): ReadonlyMap<string, unknown> {
  return new Map([...all(resources, CHECK), ...all(resources, ALARM)].map(({ urn, inputs }) => [urn, inputs]));
}

describe("RegionFailover", () => {
  let resources: readonly Recorded[] = [];
  beforeAll(async () => {
    resources = await recorded();
  });

  test("has one private zone for both networks", () => {
    expect(one(resources, "aws:route53/zone:Zone").inputs).toMatchObject({
      name: "hipaa-test.internal", forceDestroy: false, vpcs: [{ vpcId: "vpc-primary", vpcRegion: "us-east-1" }, { vpcId: "vpc-recovery", vpcRegion: "us-west-2" }],
    });
  });

  test("points to the primary database, and to its replica where that falls silent (X-08)", () => {
    expect(records(resources, "database.hipaa-test.internal")).toEqual({
      active: { targets: [PRIMARY_HOST], failoverRoutingPolicies: [{ type: "PRIMARY" }], healthCheckId: "failover-database-check-id" },
      standby: { targets: [RECOVERY_HOST], failoverRoutingPolicies: [{ type: "SECONDARY" }], healthCheckId: undefined },
    });
    expect(all(resources, RECORD).every(({ inputs }) => inputs["ttl"] === 60 && inputs["type"] === "CNAME")).toBe(true);
  });

  test("points nowhere else once the recovery region is active, under records of the same identity", async () => {
    const over = await recorded({ activeRegion: "us-west-2" });
    expect(records(over, "database.hipaa-test.internal")).toEqual({
      active: { targets: [RECOVERY_HOST], failoverRoutingPolicies: [{ type: "PRIMARY" }], healthCheckId: "failover-recovery-database-check-id" },
    });
    const kept = all(resources, RECORD).find(({ inputs }) => inputs["setIdentifier"] === "active");
    expect(one(over, RECORD).urn).toBe(kept?.urn);
    // Nothing in the region that may be lost changes: checks and alarms are the same.
    expect(checks(over)).toEqual(checks(resources));
  });

  test.each([
    ["failover-database", "us-east-1", undefined, "hipaa-test-db", failoverArguments.alertTopicArn],
    ["failover-recovery-database", "us-west-2", "us-west-2", "hipaa-test-db-replica", failoverArguments.recoveryAlertTopicArn],
  ])("%s is unhealthy after three silent minutes, or where its region says nothing, and tells people", (name, region, place, database, topic) => {
    const alarm = one(resources, ALARM, `${name}-alarm`).inputs;
    expect(alarm).toMatchObject({
      namespace: "AWS/RDS", metricName: "CPUUtilization", statistic: "SampleCount", dimensions: { DBInstanceIdentifier: database },
      comparisonOperator: "LessThanThreshold", threshold: 1, period: 60, evaluationPeriods: 3, treatMissingData: "breaching", alarmActions: [topic], insufficientDataActions: [topic],
    });
    expect(alarm["region"]).toBe(place);
    expect(alarm["alarmDescription"]).toMatch(/: (?:decide|repair)/u);
    expect(one(resources, CHECK, `${name}-check`).inputs).toMatchObject({
      type: "CLOUDWATCH_METRIC", cloudwatchAlarmName: alarm["name"], cloudwatchAlarmRegion: region, insufficientDataHealthStatus: "Unhealthy",
    });
  });

  test("watches clusters where the database is one", async () => {
    const clusters = await recorded({ database: { ...failoverArguments.database, cluster: true } });
    expect(all(clusters, ALARM).map(({ inputs }) => inputs["dimensions"])).toEqual(expect.arrayContaining([{ DBClusterIdentifier: "hipaa-test-db" }, { DBClusterIdentifier: "hipaa-test-db-replica" }]));
  });

  test("moves a public name by what clients see of the API: its endpoint and its errors", async () => {
    const both = await recorded({ api });
    expect(records(both, "api.example.org")).toEqual({
      active: { targets: [api.targetHost], failoverRoutingPolicies: [{ type: "PRIMARY" }], healthCheckId: "failover-api-id" },
      standby: { targets: [api.recoveryTargetHost], failoverRoutingPolicies: [{ type: "SECONDARY" }], healthCheckId: undefined },
    });
    expect(all(both, RECORD).filter(({ inputs }) => inputs["name"] === "api.example.org").every(({ inputs }) => inputs["zoneId"] === "Z0PUBLIC")).toBe(true);
    expect(one(both, CHECK, "failover-api").inputs).toMatchObject({ type: "CALCULATED", childHealthThreshold: 2, childHealthchecks: ["failover-api-check-id", "failover-api-reachable-id"] });
    expect(one(both, CHECK, "failover-api-reachable").inputs).toMatchObject({ type: "TCP", fqdn: api.targetHost, port: 443, requestInterval: 30, failureThreshold: 3 });
    expect(one(both, ALARM, "failover-recovery-api-alarm").inputs).toMatchObject({
      region: "us-west-2", namespace: "AWS/ApiGateway", metricName: "5XXError", statistic: "Average", threshold: 0.5, dimensions: { ApiName: "hipaa-test-dr-api" },
    });
  });

  test("takes a zone of another name, and hosts without ports", async () => {
    const named = await recorded({ zoneName: "platform.example.net", database: { endpoint: PRIMARY_HOST, recoveryEndpoint: RECOVERY_HOST } });
    expect(records(named, "database.platform.example.net")).toMatchObject({ active: { targets: [PRIMARY_HOST] }, standby: { targets: [RECOVERY_HOST] } });
  });

  test("registers what it offers", async () => {
    let failover: RegionFailover | undefined;
    const registered = await record(() => { failover = new RegionFailover("failover", failoverArguments); });
    expect(registeredOutputs(registered, "hipaa:index:RegionFailover")).toEqual(failover === undefined ? [] : publicFields(failover));
  });
});
