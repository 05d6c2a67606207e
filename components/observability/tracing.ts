import { EncryptionConfig } from "@pulumi/aws/xray/encryptionConfig.js";
import { Group } from "@pulumi/aws/xray/group.js";
import { SamplingRule } from "@pulumi/aws/xray/samplingRule.js";
import type * as pulumi from "@pulumi/pulumi";
import { classified } from "../lib/data-classification.ts";
import type { Deployment } from "../lib/deployment.ts";
import type { Problem } from "../lib/problems.ts";

/** How requests are traced (S1-41). */
export interface Tracing {
  /**
   * Percent of requests that are traced, beside the first of each second, 0 to 100.
   * @default 5
   */
  readonly samplingPercent?: number;
  /**
   * Milliseconds from which a request counts as slow.
   * @default 1000
   */
  readonly slowMs?: number;
}

/** Encryption of all traces of the region, what is traced, and groups to find the failed and the slow. */
export function createTracing(parent: pulumi.Resource, name: string, deployment: Deployment, logsKeyArn: pulumi.Input<string>, tracing: Tracing): void {
  const { prefix } = deployment;
  const tags = classified("operational");
  new EncryptionConfig(`${name}-traces`, { type: "KMS", keyId: logsKeyArn }, { parent });
  const everything = { version: 1, host: "*", httpMethod: "*", resourceArn: "*", serviceName: "*", serviceType: "*", tags } as const;
  new SamplingRule(`${name}-health-checks`, { ...everything, ruleName: `${prefix}-health`, priority: 100, urlPath: "/health*", reservoirSize: 0, fixedRate: 0 }, { parent });
  new SamplingRule(`${name}-requests`, {
    ...everything, ruleName: `${prefix}-requests`, priority: 1000, urlPath: "*", reservoirSize: 1, fixedRate: (tracing.samplingPercent ?? 5) / 100,
  }, { parent });
  // Insights' notices go through EventBridge unencrypted by our key; the findings stay in X-Ray.
  const insightsConfiguration = { insightsEnabled: true, notificationsEnabled: false };
  new Group(`${name}-failed-requests`, { groupName: `${prefix}-failed`, filterExpression: "fault = true OR error = true", insightsConfiguration, tags }, { parent });
  new Group(`${name}-slow-requests`, { groupName: `${prefix}-slow`, filterExpression: `responsetime >= ${String((tracing.slowMs ?? 1000) / 1000)}`, insightsConfiguration, tags }, { parent });
}

/** Settings that X-Ray refuses. */
export function tracingProblems(argument: string, { samplingPercent, slowMs }: Tracing): readonly Problem[] {
  const percent = samplingPercent ?? 5;
  const slow = slowMs ?? 1000;
  return [
    ...(percent >= 0 && percent <= 100 ? [] : [{ argument: `${argument}.samplingPercent`, value: percent, allowed: "0 to 100", change: "Leave it out for 5" }]),
    ...(Number.isInteger(slow) && slow >= 1 ? [] : [{ argument: `${argument}.slowMs`, value: slow, allowed: "whole milliseconds from 1", change: "Leave it out for 1000" }]),
  ];
}
