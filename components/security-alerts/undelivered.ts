import { MetricAlarm } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import { Queue } from "@pulumi/aws/sqs/queue.js";
import { QueuePolicy } from "@pulumi/aws/sqs/queuePolicy.js";
import type * as pulumi from "@pulumi/pulumi";
import { classified } from "../lib/data-classification.ts";
import type { Deployment } from "../lib/deployment.ts";
import { alertNames } from "./alert-names.ts";
import { undeliveredQueuePolicy } from "./alert-policies.ts";

/** Days for which SQS keeps an undelivered alert: the longest it takes. */
const KEPT_DAYS = 14;

/** A queue for alerts of one region that reached nobody. */
export function undeliveredQueue(parent: pulumi.Resource, name: string, deployment: Deployment, region: string, keyArn: pulumi.Input<string>): Queue {
  const { undeliveredQueue: physical } = alertNames(deployment);
  const queue = new Queue(name, {
    name: physical, region, kmsMasterKeyId: keyArn, messageRetentionSeconds: KEPT_DAYS * 86_400, tags: classified("operational", { Name: physical }),
  }, { parent });
  new QueuePolicy(`${name}-policy`, { queueUrl: queue.url, region, policy: undeliveredQueuePolicy(deployment, region) }, { parent: queue });
  return queue;
}

/** An alarm as soon as one alert was not delivered; it goes by a way of its own, straight to the topic. */
export function undeliveredAlarm(name: string, queue: Queue, deployment: Deployment, region: string, topicArn: pulumi.Input<string>): void {
  const { undeliveredQueue: physical } = alertNames(deployment);
  new MetricAlarm(`${name}-alarm`, {
    name: physical,
    region,
    alarmDescription: `Alerts of ${region} reached nobody. Read the queue ${physical}: each message says which rule or topic and why; repair that, act on the alert, then purge the queue.`,
    namespace: "AWS/SQS",
    metricName: "ApproximateNumberOfMessagesVisible",
    dimensions: { QueueName: physical },
    statistic: "Maximum",
    period: 60,
    evaluationPeriods: 1,
    threshold: 1,
    comparisonOperator: "GreaterThanOrEqualToThreshold",
    treatMissingData: "notBreaching",
    alarmActions: [topicArn],
    insufficientDataActions: [topicArn],
  }, { parent: queue });
}
