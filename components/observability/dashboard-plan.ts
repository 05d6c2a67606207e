import type * as pulumi from "@pulumi/pulumi";
import type { Deployment } from "../lib/deployment.ts";
import type { Graph, Line, Section } from "./dashboard-widgets.ts";
import type { ApiSignals, ClusterSignals, DatabaseSignals, LoadBalancerSignals, Signals, SignInSignals } from "./signals.ts";

/** What a dashboard shows, by subject; one without sections is not made. */
export interface DashboardPlan {
  readonly subject: "service" | "cluster" | "compliance";
  readonly sections: readonly Section[];
}

/** The dashboards on everything that is given (S1-43 to S1-47, S2-57, S4-64). */
export function dashboardPlan(deployment: Deployment, signals: Signals, canaryName: string | undefined): readonly DashboardPlan[] {
  const { api, loadBalancer, database, cluster, natGatewayIds, signIns, tables, functions } = signals;
  const plans: readonly DashboardPlan[] = [
    {
      subject: "service",
      sections: [
        ...(api === undefined ? [] : [{ heading: "API", graphs: [...apiGraphs(api), ...(canaryName === undefined ? [] : [canaryGraph(canaryName)])] }]),
        ...(loadBalancer === undefined ? [] : [{ heading: "Load balancer", graphs: balancerGraphs(loadBalancer) }]),
        ...(signIns === undefined ? [] : [{ heading: "Sign-ins", graphs: signInGraphs(deployment, signIns) }]),
        ...(database === undefined ? [] : [{ heading: "Database", graphs: databaseGraphs(deployment, database) }]),
        ...(natGatewayIds === undefined || natGatewayIds.length === 0 ? [] : [{ heading: "Ways out", graphs: natGraphs(natGatewayIds) }]),
        ...((tables ?? []).length + (functions ?? []).length === 0 ? [] : [{ heading: "Tables and functions", graphs: [...(tables ?? []).map(tableGraph), ...(functions ?? []).map(functionGraph)] }]),
      ],
    },
    { subject: "cluster", sections: cluster === undefined ? [] : clusterSections(cluster) },
    { subject: "compliance", sections: [{ heading: "Checks and audit", graphs: complianceGraphs(deployment) }] },
  ];
  return plans.filter(({ sections }) => sections.length > 0);
}

function apiGraphs({ apiName, stageName, latencyMs, errorPercent }: ApiSignals): readonly Graph[] {
  const of = (metric: string, style: object = {}) => ["AWS/ApiGateway", metric, "ApiName", apiName, "Stage", stageName, style];
  return [
    { title: "Latency, ms (S1-43)", lines: [of("Latency", { stat: "p50", label: "median" }), of("Latency", { stat: "p99", label: "p99" }), of("IntegrationLatency", { stat: "p99", label: "p99 behind the gateway" })], threshold: latencyMs ?? 1000 },
    { title: "Share of failures (S1-44)", lines: [of("5XXError", { label: "ours (5xx)" }), of("4XXError", { label: "refused (4xx)" })], threshold: (errorPercent ?? 1) / 100 },
    { title: "Requests", stat: "Sum", lines: [of("Count")] },
  ];
}

function canaryGraph(canaryName: string): Graph {
  return { title: "Canary", lines: [["CloudWatchSynthetics", "SuccessPercent", "CanaryName", canaryName], ["CloudWatchSynthetics", "Duration", "CanaryName", canaryName]] };
}

function balancerGraphs({ loadBalancer, targetGroup, network }: LoadBalancerSignals): readonly Graph[] {
  const namespace = network ?? true ? "AWS/NetworkELB" : "AWS/ApplicationELB";
  const hosts = (metric: string, stat: string) => [namespace, metric, "LoadBalancer", loadBalancer, "TargetGroup", targetGroup, { stat }];
  return [
    { title: "Targets", lines: [hosts("HealthyHostCount", "Minimum"), hosts("UnHealthyHostCount", "Maximum")] },
    { title: "Traffic, bytes", stat: "Sum", lines: [[namespace, "ProcessedBytes", "LoadBalancer", loadBalancer]] },
  ];
}

function signInGraphs(deployment: Deployment, { userPoolId, clientId }: SignInSignals): readonly Graph[] {
  const attempts = (stat: string, id: string, visible: boolean) => ["AWS/Cognito", "SignInSuccesses", "UserPool", userPoolId, "UserPoolClient", clientId, { stat, id, visible, label: "succeeded" }];
  return [
    {
      title: "Sign-ins (S1-47)",
      // 1 for each success and 0 for each failure, so failures are samples less sum.
      lines: [attempts("Sum", "successes", true), attempts("SampleCount", "attempts", false), [{ expression: "attempts - successes", label: "failed", id: "failures" }]],
    },
    { title: "Failed console sign-ins (S4-50)", stat: "Sum", lines: [[`${deployment.prefix}/audit`, "failed-logins"]], threshold: 6 },
  ];
}

function databaseGraphs(deployment: Deployment, { identifier, aurora, storageGib, replicaIdentifier }: DatabaseSignals): readonly Graph[] {
  const dimensions = aurora === true ? ["DBClusterIdentifier", identifier, "Role", "WRITER"] : ["DBInstanceIdentifier", identifier];
  const of = (metric: string, style: object = {}) => ["AWS/RDS", metric, ...dimensions, style];
  return [
    { title: "Processors, % (S1-46)", lines: [of("CPUUtilization")], threshold: 80 },
    { title: "Load, sessions", lines: [of("DBLoad"), of("DBLoadCPU")] },
    { title: "Connections", stat: "Maximum", lines: [of("DatabaseConnections")] },
    { title: "Latency, s", lines: [of("ReadLatency"), of("WriteLatency"), of("CommitLatency")] },
    {
      title: "Memory and storage, bytes free", stat: "Minimum", lines: [of("FreeableMemory"), of(aurora === true ? "FreeLocalStorage" : "FreeStorageSpace")],
      ...(storageGib === undefined ? {} : { threshold: Math.floor(storageGib * 1_073_741_824 / 10) }),
    },
    { title: "Operations a second", lines: [of("ReadIOPS"), of("WriteIOPS")] },
    ...(replicaIdentifier === undefined ? [] : [{
      title: aurora === true ? "Replica's lag, ms" : "Replica's lag, s", stat: "Maximum",
      lines: [["AWS/RDS", ...(aurora === true ? ["AuroraGlobalDBReplicationLag", "DBClusterIdentifier"] : ["ReplicaLag", "DBInstanceIdentifier"]), replicaIdentifier, { region: deployment.recoveryRegion }]],
    }]),
  ];
}

function natGraphs(natGatewayIds: readonly pulumi.Input<string>[]): readonly Graph[] {
  const of = (...metrics: readonly string[]): readonly Line[] => natGatewayIds.flatMap((id) => metrics.map((metric) => ["AWS/NATGateway", metric, "NatGatewayId", id]));
  return [
    { title: "Failures of NAT gateways (S1-50)", stat: "Sum", lines: of("ErrorPortAllocation", "PacketsDropCount"), threshold: 1 },
    { title: "Connections through NAT gateways", stat: "Maximum", lines: of("ActiveConnectionCount") },
    { title: "Traffic to the internet, bytes", stat: "Sum", lines: of("BytesOutToDestination") },
  ];
}

function tableGraph(table: string): Graph {
  const of = (metric: string) => ["AWS/DynamoDB", metric, "TableName", table];
  return { title: `Table ${table}`, stat: "Sum", lines: ["ConsumedReadCapacityUnits", "ConsumedWriteCapacityUnits", "ReadThrottleEvents", "WriteThrottleEvents"].map(of) };
}

function functionGraph(fn: string): Graph {
  const of = (metric: string, stat: string) => ["AWS/Lambda", metric, "FunctionName", fn, { stat }];
  return { title: `Function ${fn}`, lines: [of("Invocations", "Sum"), of("Errors", "Sum"), of("Throttles", "Sum"), of("Duration", "p99")] };
}

function clusterSections({ clusterName }: ClusterSignals): readonly Section[] {
  const nodes = (metric: string, style: object = {}) => ["ContainerInsights", metric, "ClusterName", clusterName, style];
  const control = (metric: string, style: object = {}) => ["AWS/EKS", metric, "ClusterName", clusterName, style];
  return [
    {
      heading: "Nodes and pods",
      graphs: [
        { title: "Nodes (S1-45)", stat: "Maximum", lines: [nodes("cluster_node_count"), nodes("cluster_failed_node_count")] },
        { title: "Use of nodes, %", lines: [nodes("node_cpu_utilization"), nodes("node_memory_utilization"), nodes("node_filesystem_utilization")], threshold: 80 },
        { title: "Running pods", lines: [nodes("namespace_number_of_running_pods")] },
        { title: "Pods that wait for a node", stat: "Maximum", lines: [control("scheduler_pending_pods_UNSCHEDULABLE"), control("scheduler_pending_pods")], threshold: 1 },
        {
          title: "Restarts of containers", stat: "Sum",
          lines: [[{ id: "restarts", expression: "SEARCH('{ContainerInsights,ClusterName,Namespace,PodName} MetricName=\"pod_number_of_container_restarts\"', 'Sum', 300)" }]],
        },
        { title: "Network of nodes, bytes a second", lines: [nodes("node_network_total_bytes")] },
      ],
    },
    {
      heading: "Control plane",
      graphs: [
        { title: "Answers of the Kubernetes API (S2-57)", stat: "Sum", lines: [control("apiserver_request_total"), control("apiserver_request_total_4XX"), control("apiserver_request_total_429"), control("apiserver_request_total_5XX")] },
        { title: "Latency of the Kubernetes API, s", lines: [control("apiserver_request_duration_seconds_GET_P99"), control("apiserver_request_duration_seconds_POST_P99")] },
        { title: "Size of the cluster's store, bytes", stat: "Maximum", lines: [control("apiserver_storage_size_bytes")] },
      ],
    },
  ];
}

/** The hourly check and the audit filters name their own metrics, so a search finds them all. */
function complianceGraphs({ prefix }: Deployment): readonly Graph[] {
  return [
    { title: "Findings of the hourly check (S4-64)", stat: "Maximum", period: 3600, lines: [everyMetricOf(`${prefix}/compliance`, "Maximum", 3600)] },
    { title: "What the trail reports", stat: "Sum", lines: [everyMetricOf(`${prefix}/audit`, "Sum", 300)] },
    { title: "Personal data found in logs", stat: "Sum", lines: [[`${prefix}/observability`, "patient-data-findings"]], threshold: 1 },
  ];
}

function everyMetricOf(namespace: string, stat: string, period: number): Line {
  return [{ id: "all", expression: `SEARCH('Namespace="${namespace}"', '${stat}', ${String(period)})`, period }];
}
