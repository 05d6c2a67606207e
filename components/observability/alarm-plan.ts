import type * as pulumi from "@pulumi/pulumi";
import { canaryAlarms, clusterAlarms, natAlarms } from "./platform-alarms.ts";
import type { ApiSignals, DatabaseSignals, LoadBalancerSignals, Signals } from "./signals.ts";

/** One alarm, before it exists. */
export interface AlarmPlan {
  /** End of the alarm's name, and the heading of its page in the runbook. */
  readonly id: string;
  /** Heading in the runbook, where several alarms share one. */
  readonly runbook: string;
  /** What happens, as people on call read it; never with PHI. */
  readonly meaning: string;
  /** What to do first. */
  readonly action: string;
  /** Whether patients or their data are touched now. */
  readonly critical: boolean;
  readonly namespace: string;
  readonly metric: string;
  readonly dimensions: Readonly<Record<string, pulumi.Input<string>>>;
  /** `Sum`, `Average` and the like, or a percentile such as `p99`. */
  readonly statistic: string;
  /** Seconds. */
  readonly period: number;
  /** So many of the last so many periods. */
  readonly of: readonly [number, number];
  /** `>=` or `<=` the threshold. */
  readonly when: "atLeast" | "atMost";
  readonly threshold: number;
  /** What silence means: nothing to count, a sensor that is gone, or a failure. */
  readonly silence: "fine" | "unknown" | "bad";
}

const MINUTE = 60;
const GIB = 1_073_741_824;

/** The alarms on everything that is given, in a fixed order. */
export function alarmPlan(signals: Signals, canaryName: string | undefined): readonly AlarmPlan[] {
  const { api, loadBalancer, database, cluster, natGatewayIds, tables, functions } = signals;
  return [
    ...(api === undefined ? [] : apiAlarms(api)),
    ...(loadBalancer === undefined ? [] : loadBalancerAlarms(loadBalancer)),
    ...(database === undefined ? [] : databaseAlarms(database)),
    ...(cluster === undefined ? [] : clusterAlarms(cluster)),
    ...(natGatewayIds ?? []).flatMap((id, index) => natAlarms(id, index + 1)),
    ...(tables ?? []).flatMap(tableAlarms),
    ...(functions ?? []).flatMap(functionAlarms),
    ...(canaryName === undefined ? [] : canaryAlarms(canaryName)),
  ];
}

function apiAlarms({ apiName, stageName, latencyMs, errorPercent }: ApiSignals): readonly AlarmPlan[] {
  const common = { namespace: "AWS/ApiGateway", dimensions: { ApiName: apiName, Stage: stageName }, when: "atLeast", silence: "fine" } as const;
  return [
    {
      ...common, id: "api-errors", runbook: "api-errors", critical: true, metric: "5XXError", statistic: "Average", period: MINUTE, of: [3, 5], threshold: (errorPercent ?? 1) / 100,
      meaning: `${String(errorPercent ?? 1)} % or more of the API's requests fail on our side (S1-44)`, action: "See whether the integration or the gateway fails, and roll back the last release",
    },
    {
      ...common, id: "api-latency", runbook: "api-latency", critical: false, metric: "Latency", statistic: "p99", period: 5 * MINUTE, of: [3, 3], threshold: latencyMs ?? 1000,
      meaning: `One request in a hundred takes ${String(latencyMs ?? 1000)} ms or longer (S1-43)`, action: "Compare Latency with IntegrationLatency, then look at slow traces",
    },
    {
      ...common, id: "api-refusals", runbook: "api-refusals", critical: false, metric: "4XXError", statistic: "Average", period: 5 * MINUTE, of: [3, 3], threshold: 0.25,
      meaning: "A quarter of the API's requests are refused (S1-44)", action: "See in the access log whether one client is broken or somebody probes the API",
    },
  ];
}

function loadBalancerAlarms({ loadBalancer, targetGroup, network }: LoadBalancerSignals): readonly AlarmPlan[] {
  const common = {
    namespace: network ?? true ? "AWS/NetworkELB" : "AWS/ApplicationELB", dimensions: { LoadBalancer: loadBalancer, TargetGroup: targetGroup }, runbook: "unhealthy-targets",
    period: MINUTE, of: [3, 3],
  } as const;
  return [
    {
      ...common, id: "targets-unhealthy", critical: false, metric: "UnHealthyHostCount", statistic: "Maximum", when: "atLeast", threshold: 1, silence: "fine",
      meaning: "A target behind the load balancer is unhealthy", action: "See which pod or node fails its health check",
    },
    {
      ...common, id: "targets-gone", critical: true, metric: "HealthyHostCount", statistic: "Minimum", when: "atMost", threshold: 0, silence: "unknown",
      meaning: "No target behind the load balancer is healthy: the service is down", action: "See whether pods run and their readiness probes answer",
    },
  ];
}

/** Of an instance, or of whichever instance of a cluster takes writes. */
function databaseDimensions(identifier: DatabaseSignals["identifier"], aurora: boolean): Record<string, DatabaseSignals["identifier"]> {
  return aurora ? { DBClusterIdentifier: identifier, Role: "WRITER" } : { DBInstanceIdentifier: identifier };
}

function databaseAlarms({ identifier, aurora, storageGib, connectionLimit }: DatabaseSignals): readonly AlarmPlan[] {
  const common = { namespace: "AWS/RDS", dimensions: databaseDimensions(identifier, aurora ?? false), period: 5 * MINUTE, silence: "unknown", critical: false } as const;
  const connections = Math.floor((connectionLimit ?? 400) * 0.8);
  return [
    {
      ...common, id: "database-cpu", runbook: "database-cpu", metric: "CPUUtilization", statistic: "Average", of: [3, 3], when: "atLeast", threshold: 80,
      meaning: "The database's processors are 80 % busy (S1-46)", action: "Find the statement in Performance Insights",
    },
    ...(storageGib === undefined ? [] : [{
      ...common, id: "database-storage", runbook: "database-storage", critical: true, metric: "FreeStorageSpace", statistic: "Minimum", of: [1, 1], when: "atMost",
      threshold: Math.floor(storageGib * GIB / 10),
      meaning: "Less than a tenth of the database's storage is free", action: "See whether storage autoscaling has reached its maximum, and what grows",
    } as const]),
    {
      ...common, id: "database-memory", runbook: "database-memory", metric: "FreeableMemory", statistic: "Minimum", of: [3, 3], when: "atMost", threshold: GIB / 4,
      meaning: "The database has less than 256 MiB of memory to spare", action: "See connections and large statements in Performance Insights",
    },
    {
      ...common, id: "database-connections", runbook: "database-connections", metric: "DatabaseConnections", statistic: "Maximum", of: [3, 3], when: "atLeast", threshold: connections,
      meaning: `The database holds ${String(connections)} connections, four fifths of what it takes`, action: "Find the workload whose pool leaks, before sign-ins are refused",
    },
    {
      ...common, id: "database-latency", runbook: "database-latency", metric: "WriteLatency", statistic: "Average", of: [3, 3], when: "atLeast", threshold: 0.05,
      meaning: "The database's storage takes 50 ms or longer for a write (S1-50)", action: "See whether statements or backups saturate the volume, and AWS Health for the storage itself",
    },
  ];
}

function tableAlarms(table: string): readonly AlarmPlan[] {
  const common = {
    runbook: "table-throttled", namespace: "AWS/DynamoDB", dimensions: { TableName: table }, critical: false, statistic: "Sum", period: MINUTE, of: [3, 5], when: "atLeast", threshold: 1, silence: "fine",
    action: "See which partition key is hot, and the table's capacity limits",
  } as const;
  return [
    { ...common, id: `table-${table}-reads-throttled`, metric: "ReadThrottleEvents", meaning: `Reads of table ${table} are throttled` },
    { ...common, id: `table-${table}-writes-throttled`, metric: "WriteThrottleEvents", meaning: `Writes to table ${table} are throttled` },
  ];
}

function functionAlarms(fn: string): readonly AlarmPlan[] {
  const common = { namespace: "AWS/Lambda", dimensions: { FunctionName: fn }, critical: false, statistic: "Sum", period: 5 * MINUTE, of: [1, 1], when: "atLeast", threshold: 1, silence: "fine" } as const;
  return [
    { ...common, id: `function-${fn}-errors`, runbook: "function-errors", metric: "Errors", meaning: `Function ${fn} fails`, action: "Find the trace of the failed run in X-Ray" },
    { ...common, id: `function-${fn}-throttled`, runbook: "function-throttled", metric: "Throttles", meaning: `Function ${fn} is throttled`, action: "Compare its reserved concurrency with its load" },
  ];
}
