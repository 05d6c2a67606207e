import type * as pulumi from "@pulumi/pulumi";
import type { AlarmPlan } from "./alarm-plan.ts";
import type { ClusterSignals } from "./signals.ts";

const MINUTE = 60;

/** Nodes by the CloudWatch agent's metrics, the control plane by its own, which need no agent. */
export function clusterAlarms({ clusterName }: ClusterSignals): readonly AlarmPlan[] {
  const nodes = { namespace: "ContainerInsights", dimensions: { ClusterName: clusterName }, when: "atLeast", silence: "unknown" } as const;
  const controlPlane = { namespace: "AWS/EKS", dimensions: { ClusterName: clusterName }, when: "atLeast", silence: "fine" } as const;
  const busy = (id: string, metric: string, what: string): AlarmPlan => ({
    ...nodes, id, runbook: "nodes-busy", critical: false, metric, statistic: "Average", period: 5 * MINUTE, of: [3, 3], threshold: 80,
    meaning: `${what} of the cluster's nodes is 80 % used (S1-45)`, action: "Find the workload that grew, and raise the node group's maximum if it is wanted",
  });
  return [
    {
      ...nodes, id: "nodes-failed", runbook: "nodes-failed", critical: true, metric: "cluster_failed_node_count", statistic: "Maximum", period: MINUTE, of: [3, 5], threshold: 1,
      meaning: "A node of the cluster has failed (S1-45)", action: "See the node's conditions; cordon and replace it if it does not recover",
    },
    busy("nodes-cpu", "node_cpu_utilization", "The processor time"),
    busy("nodes-memory", "node_memory_utilization", "The memory"),
    busy("nodes-disk", "node_filesystem_utilization", "The disk"),
    {
      ...controlPlane, id: "pods-unschedulable", runbook: "pods-unschedulable", critical: false, metric: "scheduler_pending_pods_UNSCHEDULABLE", statistic: "Maximum",
      period: 5 * MINUTE, of: [3, 3], threshold: 1,
      meaning: "Pods wait for a node that has room for them (S2-57)", action: "See the pods' events for what they ask, and the node groups' maximum",
    },
    {
      ...controlPlane, id: "control-plane-errors", runbook: "control-plane-errors", critical: false, metric: "apiserver_request_total_5XX", statistic: "Sum",
      period: 5 * MINUTE, of: [3, 3], threshold: 10,
      meaning: "The Kubernetes API fails requests (S2-57)", action: "See AWS Health for the region, and webhooks that time out",
    },
  ];
}

/** A way out that fails: calls of partners end in time-outs. Gateways are told apart by their place, as their ids are not known when they are planned. */
export function natAlarms(natGatewayId: pulumi.Input<string>, place: number): readonly AlarmPlan[] {
  const common = {
    runbook: "nat-gateway", namespace: "AWS/NATGateway", dimensions: { NatGatewayId: natGatewayId }, critical: false, statistic: "Sum", period: 5 * MINUTE, when: "atLeast", threshold: 1, silence: "fine",
  } as const;
  return [
    {
      ...common, id: `nat-${String(place)}-ports-exhausted`, metric: "ErrorPortAllocation", of: [1, 1],
      meaning: `NAT gateway ${String(place)} has no port left for a connection (S1-50)`, action: "Find the workload that opens connections to one address without reusing them",
    },
    {
      ...common, id: `nat-${String(place)}-packets-dropped`, metric: "PacketsDropCount", of: [3, 3],
      meaning: `NAT gateway ${String(place)} drops packets (S1-50)`, action: "See AWS Health for the zone, and route the zone through another gateway if it lasts",
    },
  ];
}

/** The service as its clients see it. */
export function canaryAlarms(canaryName: string): readonly AlarmPlan[] {
  return [{
    id: "canary-failed", runbook: "canary-failed", critical: true, namespace: "CloudWatchSynthetics", metric: "SuccessPercent", dimensions: { CanaryName: canaryName },
    statistic: "Average", period: 5 * MINUTE, of: [2, 3], when: "atMost", threshold: 99, silence: "bad",
    meaning: "The API does not answer its canary as it should", action: "Call the API yourself, then follow the path from web ACL to target",
  }];
}

/** Personal data in a log, where it must never be. */
export function maskingAlarms(namespace: string, metric: string): readonly AlarmPlan[] {
  return [{
    id: "personal-data-in-logs", runbook: "personal-data-in-logs", critical: true, namespace, metric, dimensions: {}, statistic: "Sum", period: 5 * MINUTE, of: [1, 1], when: "atLeast", threshold: 1,
    silence: "fine", meaning: "A log holds what looks like a patient's data; readers see it masked", action: "Find the log group in the findings, and stop the workload from logging it",
  }];
}
