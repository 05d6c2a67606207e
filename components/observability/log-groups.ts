import { LogDataProtectionPolicy } from "@pulumi/aws/cloudwatch/logDataProtectionPolicy.js";
import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { LogMetricFilter } from "@pulumi/aws/cloudwatch/logMetricFilter.js";
import type * as pulumi from "@pulumi/pulumi";
import { classified, DataClassification } from "../lib/data-classification.ts";
import type { ObservabilityArgs } from "./observability.ts";
import { dataProtectionPolicy } from "./data-protection.ts";
import { observabilityNames } from "./observability-names.ts";

/** What a log holds; retention and masking follow from it. */
export const LogClass = {
  /** What workloads write: masked, kept for `logRetentionDays`. */
  Application: "application",
  /** Evidence of who did what: kept for `auditRetentionDays`, not altered for any reader. */
  Audit: "audit",
} as const;
export type LogClass = (typeof LogClass)[keyof typeof LogClass];

/** A log group to create. */
export interface ServiceLog {
  /** Name of the service; the group is called `/<prefix>/<name>`. */
  readonly name: string;
  /** What it holds. */
  readonly logClass: LogClass;
}

/** A log group of another component, to be masked. */
export interface MaskedLog {
  /** Short name, which stays the same; part of the policy's name in the stack. */
  readonly id: string;
  /** Name of the group. */
  readonly logGroupName: pulumi.Input<string>;
}

export interface Retention {
  readonly logRetentionDays: number;
  readonly auditRetentionDays: number;
}

/** Groups for the named services, masking of these and of others, and the count of what was found. @returns whether anything is masked */
export function createLogs(parent: pulumi.Resource, name: string, args: ObservabilityArgs, { logRetentionDays, auditRetentionDays }: Retention): boolean {
  const { deployment, logsKeyArn, auditKeyArn } = args;
  const names = observabilityNames(deployment);
  const groups = (args.logGroups ?? []).map(({ name: service, logClass }) => ({
    masked: logClass === LogClass.Application,
    id: service,
    group: new LogGroup(`${name}-${service}`, {
      name: names.serviceLog(service),
      retentionInDays: logClass === LogClass.Audit ? auditRetentionDays : logRetentionDays,
      kmsKeyId: logClass === LogClass.Audit ? auditKeyArn ?? logsKeyArn : logsKeyArn,
      tags: classified(logClass === LogClass.Audit ? DataClassification.Audit : DataClassification.Operational),
    }, { parent }),
  }));
  const masked = [
    ...groups.filter((group) => group.masked).map(({ id, group }) => ({ id, logGroupName: group.name })),
    ...(args.maskedLogs ?? []),
  ];
  if (masked.length === 0) {
    return false;
  }
  const findings = createFindings(parent, name, args, logRetentionDays);
  for (const { id, logGroupName } of masked) {
    new LogDataProtectionPolicy(`${name}-${id}-masking`, {
      logGroupName, policyDocument: dataProtectionPolicy(deployment, names.findingsLog, args.patientIdentifiers ?? []),
    }, { parent, dependsOn: [findings] });
  }
  return true;
}

/** Where findings are counted: kinds and places, never the data itself. CloudWatch Logs writes there by itself under this prefix. */
function createFindings(parent: pulumi.Resource, name: string, { deployment, logsKeyArn }: ObservabilityArgs, retentionInDays: number): LogGroup {
  const names = observabilityNames(deployment);
  const findings = new LogGroup(`${name}-findings`, {
    name: names.findingsLog, retentionInDays, kmsKeyId: logsKeyArn, tags: classified(DataClassification.Operational),
  }, { parent });
  new LogMetricFilter(`${name}-findings-count`, {
    name: names.findingsMetric, logGroupName: findings.name, pattern: "{ $.dataIdentifiers[0].count > 0 }",
    metricTransformation: { name: names.findingsMetric, namespace: names.metricNamespace, value: "1", defaultValue: "0" },
  }, { parent: findings });
  return findings;
}
