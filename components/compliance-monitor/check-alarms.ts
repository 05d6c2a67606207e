import { MetricAlarm, type MetricAlarmArgs } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import type * as pulumi from "@pulumi/pulumi";
import type { Deployment } from "../lib/deployment.ts";
import { monitorNames } from "./monitor-names.ts";
import { hoursBetweenRuns } from "./check-schedule.ts";

export interface CheckAlarmsSpec {
  readonly topicArn: pulumi.Input<string>;
  readonly functionName: pulumi.Input<string>;
  readonly queueName: pulumi.Input<string>;
  readonly schedule: string;
}

/** Alarms on the check itself: one that fails or stays away finds nothing, which looks like compliance. */
export function createCheckAlarms(parent: pulumi.Resource, name: string, deployment: Deployment, spec: CheckAlarmsSpec): void {
  const { checkFunction } = monitorNames(deployment);
  const alarm = (id: string, args: Partial<MetricAlarmArgs> & Pick<MetricAlarmArgs, "comparisonOperator" | "evaluationPeriods">): MetricAlarm =>
    new MetricAlarm(`${name}-${id}-alarm`, {
      name: `${checkFunction}-${id}`, threshold: 1, alarmActions: [spec.topicArn], insufficientDataActions: [spec.topicArn], ...args,
    }, { parent });
  alarm("errors", {
    alarmDescription: "The compliance check failed. Read its log, then start it once by hand.",
    namespace: "AWS/Lambda", metricName: "Errors", dimensions: { FunctionName: spec.functionName }, statistic: "Sum", period: 300,
    evaluationPeriods: 1, comparisonOperator: "GreaterThanOrEqualToThreshold", treatMissingData: "notBreaching",
  });
  alarm("failed-runs", {
    alarmDescription: "A run of the compliance check was given up. Read the message in the queue of failed runs, start the check by hand, then delete the message.",
    namespace: "AWS/SQS", metricName: "ApproximateNumberOfMessagesVisible", dimensions: { QueueName: spec.queueName }, statistic: "Maximum", period: 300,
    evaluationPeriods: 1, comparisonOperator: "GreaterThanOrEqualToThreshold", treatMissingData: "notBreaching",
  });
  const hours = hoursBetweenRuns(spec.schedule);
  // When a cron expression runs next is not known here, so its absence is not either.
  if (hours !== undefined) {
    alarm("silent", {
      alarmDescription: "The compliance check did not run when it should have. Look at its schedule in EventBridge and at Lambda's throttles.",
      namespace: "AWS/Lambda", metricName: "Invocations", dimensions: { FunctionName: spec.functionName }, statistic: "Sum", period: 3600,
      // CloudWatch looks back a day at most.
      evaluationPeriods: Math.min(24, Math.ceil(hours) + 1), comparisonOperator: "LessThanThreshold", treatMissingData: "breaching",
    });
  }
}
