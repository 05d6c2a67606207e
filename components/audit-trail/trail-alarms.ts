import type { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { LogMetricFilter } from "@pulumi/aws/cloudwatch/logMetricFilter.js";
import { MetricAlarm } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import * as pulumi from "@pulumi/pulumi";
import { alertTopic } from "../lib/alert-topic.ts";
import { ALARM_PERIOD_SECONDS, AUDIT_ALARMS } from "./audit-alarms.ts";
import type { AuditTrailArgs } from "./audit-trail.ts";
import { trailNames } from "./trail-names.ts";

/**
 * A metric filter and an alarm for each kind of event.
 * @returns ARN of the topic that the alarms are sent to
 */
export function createAlarms(parent: pulumi.Resource, name: string, args: AuditTrailArgs, logGroup: LogGroup): pulumi.Output<string> {
  const { deployment, messagesKeyArn } = args;
  const topicArn = args.alertTopicArn ?? (messagesKeyArn === undefined ? "" : alertTopic(`${name}-alerts`, {
    deployment, topic: trailNames(deployment).topic, keyArn: messagesKeyArn, publishers: ["cloudwatch.amazonaws.com"],
  }, parent).arn);
  for (const { id, meaning, pattern, atLeast } of AUDIT_ALARMS) {
    const metric = { name: id, namespace: `${deployment.prefix}/audit` };
    const filter = new LogMetricFilter(`${name}-${id}`, {
      name: `${deployment.prefix}-${id}`, logGroupName: logGroup.name, pattern, metricTransformation: { ...metric, value: "1", defaultValue: "0" },
    }, { parent });
    new MetricAlarm(`${name}-${id}-alarm`, {
      name: `${deployment.prefix}-audit-${id}`,
      alarmDescription: meaning,
      namespace: metric.namespace,
      metricName: metric.name,
      statistic: "Sum",
      period: ALARM_PERIOD_SECONDS,
      evaluationPeriods: 1,
      threshold: atLeast,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      treatMissingData: "notBreaching",
      alarmActions: [topicArn],
      insufficientDataActions: [topicArn],
    }, { parent, dependsOn: [filter] });
  }
  return pulumi.output(topicArn);
}
