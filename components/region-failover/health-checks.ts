import { MetricAlarm } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import { HealthCheck } from "@pulumi/aws/route53/healthCheck.js";
import type * as pulumi from "@pulumi/pulumi";
import { classified } from "../lib/data-classification.ts";
import { replicaNames, storeNames } from "../lib/store-names.ts";
import { Side } from "./failover-plan.ts";
import type { ApiFailover, RegionFailoverArgs } from "./region-failover.ts";

/** Minutes for which something must be wrong before names move. */
const MINUTES = 3;
/** Share of requests that an API fails when it is as good as gone. */
const FAILING_SHARE = 0.5;

/** The health check of each region, one of which holds for the active record. */
export type SideChecks = Readonly<Record<Side, HealthCheck>>;

interface AlarmSpec {
  readonly side: Side;
  readonly id: string;
  readonly advice: string;
  readonly metric: {
    readonly namespace: string;
    readonly metricName: string;
    readonly statistic: string;
    readonly dimensions: Record<string, pulumi.Input<string>>;
    readonly comparisonOperator: string;
    readonly threshold: number;
    readonly treatMissingData: string;
  };
}

/**
 * Checks of the database in both regions: it is gone where it reports nothing. Both exist whichever
 * region is active, so that a change of `activeRegion` asks nothing of a region that is lost.
 */
export function databaseChecks(parent: pulumi.Resource, name: string, args: RegionFailoverArgs): SideChecks {
  const { deployment } = args;
  const dimension = args.database.cluster === true ? "DBClusterIdentifier" : "DBInstanceIdentifier";
  const check = (side: Side, database: string, advice: string): HealthCheck => alarmCheck(parent, name, args, {
    side, advice, id: "database",
    metric: {
      namespace: "AWS/RDS", metricName: "CPUUtilization", statistic: "SampleCount", dimensions: { [dimension]: database },
      comparisonOperator: "LessThanThreshold", threshold: 1, treatMissingData: "breaching",
    },
  });
  return {
    primary: check(Side.Primary, storeNames(deployment).database, `The database in ${deployment.region} reports nothing. Its name now points to ${deployment.recoveryRegion}, where nothing is written until somebody promotes the replica: decide by the recovery runbook, stop the old database, and set dr.activeRegion.`),
    recovery: check(Side.Recovery, replicaNames(deployment).database, `The database in ${deployment.recoveryRegion} reports nothing. As long as it stands by, a failover would have no database: repair it, or make the replica anew.`),
  };
}

/** Checks of the API in both regions: its endpoint is there, and does not fail half of the requests. */
export function apiChecks(parent: pulumi.Resource, name: string, args: RegionFailoverArgs, api: ApiFailover): SideChecks {
  const { deployment } = args;
  const check = (side: Side, apiName: pulumi.Input<string>, host: pulumi.Input<string>, region: string): HealthCheck => {
    const failures = alarmCheck(parent, name, args, {
      side, id: "api",
      advice: `The API in ${region} fails half of its requests. Look at the dashboard of its errors; if the region is impaired, decide on a failover by the recovery runbook.`,
      metric: {
        namespace: "AWS/ApiGateway", metricName: "5XXError", statistic: "Average", dimensions: { ApiName: apiName },
        comparisonOperator: "GreaterThanThreshold", threshold: FAILING_SHARE, treatMissingData: "notBreaching",
      },
    });
    const reachable = new HealthCheck(`${name}-${labelOf(side, "api")}-reachable`, {
      type: "TCP", fqdn: host, port: 443, requestInterval: 30, failureThreshold: 3, tags: tagsOf(args, side, "api-reachable"),
    }, { parent });
    return new HealthCheck(`${name}-${labelOf(side, "api")}`, {
      type: "CALCULATED", childHealthchecks: [failures.id, reachable.id], childHealthThreshold: 2, tags: tagsOf(args, side, "api"),
    }, { parent });
  };
  return {
    primary: check(Side.Primary, api.apiName, api.targetHost, deployment.region),
    recovery: check(Side.Recovery, api.recoveryApiName, api.recoveryTargetHost, deployment.recoveryRegion),
  };
}

/** A health check by an alarm, since Route 53's own checkers do not reach into a VPC, and the alarm tells people. */
function alarmCheck(parent: pulumi.Resource, name: string, args: RegionFailoverArgs, { side, id, advice, metric }: AlarmSpec): HealthCheck {
  const { deployment } = args;
  const isPrimary = side === Side.Primary;
  const topic = isPrimary ? args.alertTopicArn : args.recoveryAlertTopicArn;
  const label = labelOf(side, id);
  const alarm = new MetricAlarm(`${name}-${label}-alarm`, {
    ...(isPrimary ? {} : { region: deployment.recoveryRegion }),
    name: `${deployment.prefix}-failover-${label}`,
    alarmDescription: advice,
    ...metric,
    period: 60,
    evaluationPeriods: MINUTES,
    alarmActions: [topic],
    insufficientDataActions: [topic],
  }, { parent });
  return new HealthCheck(`${name}-${label}-check`, {
    type: "CLOUDWATCH_METRIC",
    cloudwatchAlarmName: alarm.name,
    cloudwatchAlarmRegion: isPrimary ? deployment.region : deployment.recoveryRegion,
    // A region that is lost says nothing, and names must leave it even while nobody can change a record.
    insufficientDataHealthStatus: "Unhealthy",
    tags: tagsOf(args, side, id),
  }, { parent });
}

function labelOf(side: Side, id: string): string {
  return side === Side.Primary ? id : `recovery-${id}`;
}

function tagsOf({ deployment }: RegionFailoverArgs, side: Side, id: string): Record<string, string> {
  return classified("operational", { Name: `${deployment.prefix}-${labelOf(side, id)}` });
}
