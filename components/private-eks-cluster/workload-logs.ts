import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import type * as pulumi from "@pulumi/pulumi";
import { classified, DataClassification } from "../lib/data-classification.ts";
import { arnOf, type Deployment } from "../lib/deployment.ts";
import { type OwnPolicy, ownPolicy } from "../lib/own-policy.ts";
import { policyDocument } from "../lib/policy-document.ts";

/** What the agents on the nodes write: logs of pods, of Kubernetes' own parts, of the nodes, and metrics as log events. */
export const WORKLOAD_LOGS = ["application", "dataplane", "host", "performance"] as const;
export type WorkloadLog = (typeof WORKLOAD_LOGS)[number];

/** Where the logs are kept, and under which key. */
export interface WorkloadLogPlace {
  readonly deployment: Deployment;
  /** Key of the control plane's logs, which are evidence. */
  readonly logsKeyArn: pulumi.Input<string>;
  /** @default logsKeyArn */
  readonly workloadLogsKeyArn?: pulumi.Input<string>;
}

/** Creates the groups before the agents do, which would make them unencrypted and for ever. A key opens data of one class only. */
export function createWorkloadLogs(parent: pulumi.Resource, name: string, { deployment, logsKeyArn, workloadLogsKeyArn }: WorkloadLogPlace, retentionDays: number): readonly LogGroup[] {
  return WORKLOAD_LOGS.map((log) => new LogGroup(`${name}-${log}`, {
    name: workloadLogName(deployment, log),
    kmsKeyId: workloadLogsKeyArn ?? logsKeyArn,
    retentionInDays: retentionDays,
    tags: classified(workloadLogsKeyArn === undefined ? DataClassification.Audit : DataClassification.Operational),
  }, { parent }));
}

export function workloadLogName(deployment: Deployment, log: WorkloadLog): string {
  return `/aws/containerinsights/${deployment.prefix}/${log}`;
}

/** Lets the agents write to these groups and describe the node they run on; AWS's own policy for them may write to every group. */
export function createAgentPolicy(parent: pulumi.Resource, name: string, deployment: Deployment): OwnPolicy {
  return ownPolicy(`${name}-cloudwatch`, {
    deployment,
    name: `${deployment.prefix}-eks-cloudwatch`,
    description: "Logs and metrics of the cluster's nodes and pods",
    policy: policyDocument([{
      sid: "WriteLogs",
      reason: "agents on the nodes deliver logs and metrics of pods",
      actions: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
      resources: WORKLOAD_LOGS.map((log) => arnOf(deployment, "logs", `log-group:${workloadLogName(deployment, log)}:*`)),
    }, {
      sid: "DescribeNode",
      reason: "metrics carry the volumes and tags of their node; EC2 describes all or nothing",
      actions: ["ec2:DescribeTags", "ec2:DescribeVolumes"],
      resources: ["*"],
    }]),
  }, { parent });
}

/**
 * Container Insights and container logs; tracing of applications stays off until an application asks
 * for it, as it would change pods on its own.
 */
export const OBSERVABILITY_SETTINGS = JSON.stringify({
  agent: { config: { logs: { metrics_collected: { kubernetes: { enhanced_container_insights: true } } } } },
  containerLogs: { enabled: true },
  manager: { applicationSignals: { autoMonitor: { monitorAllServices: false } } },
});
