import type { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { LogMetricFilter } from "@pulumi/aws/cloudwatch/logMetricFilter.js";
import { MetricAlarm } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import type * as pulumi from "@pulumi/pulumi";
import { ALARM_PERIOD_SECONDS, AUDIT_ALARMS } from "./audit-alarms.ts";
import type { AuditTrailArgs } from "./audit-trail.ts";

/** A metric filter and an alarm for each kind of event. */
export function createAlarms(parent: pulumi.Resource, name: string, { deployment, alertTopicArn }: AuditTrailArgs, logGroup: LogGroup): void {
  for (const { id, meaning, action, pattern, atLeast } of AUDIT_ALARMS) {
    const metric = { name: id, namespace: `${deployment.prefix}/audit` };
    // No default value: zeros would make each a metric that is billed for every hour, and without any the alarm stays at rest.
    const filter = new LogMetricFilter(`${name}-${id}`, {
      name: `${deployment.prefix}-${id}`, logGroupName: logGroup.name, pattern, metricTransformation: { ...metric, value: "1" },
    }, { parent });
    new MetricAlarm(`${name}-${id}-alarm`, {
      name: `${deployment.prefix}-audit-${id}`,
      alarmDescription: `${meaning}. ${action}`,
      namespace: metric.namespace,
      metricName: metric.name,
      statistic: "Sum",
      period: ALARM_PERIOD_SECONDS,
      evaluationPeriods: 1,
      threshold: atLeast,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      treatMissingData: "notBreaching",
      alarmActions: [alertTopicArn],
      insufficientDataActions: [alertTopicArn],
    }, { parent, dependsOn: [filter] });
  }
}
