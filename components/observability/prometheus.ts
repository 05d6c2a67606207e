import { Workspace } from "@pulumi/aws/amp/workspace.js";
import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import * as pulumi from "@pulumi/pulumi";
import { classified } from "../lib/data-classification.ts";
import type { Deployment } from "../lib/deployment.ts";
import { observabilityNames } from "./observability-names.ts";

/** A workspace for the cluster's Prometheus to write to, encrypted, with its errors logged (S1-39). */
export function createPrometheus(parent: pulumi.Resource, name: string, deployment: Deployment, logsKeyArn: pulumi.Input<string>, retentionInDays: number): Workspace {
  const logs = new LogGroup(`${name}-prometheus-log`, {
    name: observabilityNames(deployment).prometheusLog, retentionInDays, kmsKeyId: logsKeyArn, tags: classified("operational"),
  }, { parent });
  return new Workspace(`${name}-prometheus`, {
    alias: deployment.prefix,
    kmsKeyArn: logsKeyArn,
    // AMP wants the ARN of everything in the group.
    loggingConfiguration: { logGroupArn: pulumi.interpolate`${logs.arn}:*` },
    tags: classified("operational", { Name: deployment.prefix }),
  }, { parent });
}
