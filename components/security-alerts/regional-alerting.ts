import { Alias } from "@pulumi/aws/kms/alias.js";
import { Key } from "@pulumi/aws/kms/key.js";
import type * as pulumi from "@pulumi/pulumi";
import { alertTopic } from "../lib/alert-topic.ts";
import type { Deployment } from "../lib/deployment.ts";
import { alertNames } from "./alert-names.ts";
import { globalKeyPolicy } from "./alert-policies.ts";
import { AlertSeverity } from "./alert-text.ts";
import { type AlertSubscribers, subscribe } from "./subscribers.ts";
import { undeliveredAlarm, undeliveredQueue } from "./undelivered.ts";

/** Services that publish to alert topics. */
const PUBLISHERS = ["cloudwatch.amazonaws.com", "events.amazonaws.com", "backup.amazonaws.com", "budgets.amazonaws.com"];

export interface RegionSpec {
  readonly deployment: Deployment;
  readonly region: string;
  readonly keyArn: pulumi.Input<string>;
  readonly subscribers: AlertSubscribers;
  /** Severities that get a topic. */
  readonly severities: readonly AlertSeverity[];
  /** Topic to use in place of topics of the region's own. */
  readonly existingTopicArn?: string;
}

/** One region's ways to people. */
export interface RegionalAlerting {
  readonly queueArn: pulumi.Output<string>;
  readonly topicArns: Readonly<Record<AlertSeverity, pulumi.Input<string>>>;
}

/** Topics with their subscribers, and a queue with an alarm for what reached nobody. */
export function createRegionalAlerting(parent: pulumi.Resource, name: string, spec: RegionSpec): RegionalAlerting {
  const { deployment, region, keyArn, existingTopicArn } = spec;
  const queue = undeliveredQueue(parent, `${name}-undelivered`, deployment, region, keyArn);
  const critical = existingTopicArn ?? topic(parent, name, spec, AlertSeverity.Critical, queue.arn);
  const warning = existingTopicArn ?? (spec.severities.includes(AlertSeverity.Warning) ? topic(parent, name, spec, AlertSeverity.Warning, queue.arn) : critical);
  undeliveredAlarm(`${name}-undelivered`, queue, deployment, region, critical);
  return { queueArn: queue.arn, topicArns: { critical, warning } };
}

function topic(parent: pulumi.Resource, name: string, spec: RegionSpec, severity: AlertSeverity, queueArn: pulumi.Output<string>): pulumi.Output<string> {
  const { deployment, region, keyArn, subscribers } = spec;
  const names = alertNames(deployment);
  const made = alertTopic(`${name}-${severity}`, {
    deployment, region, keyArn, publishers: PUBLISHERS, topic: severity === AlertSeverity.Critical ? names.criticalTopic : names.warningTopic,
  }, parent);
  subscribe(`${name}-${severity}`, made, severity, subscribers, { queueArn, region });
  return made.arn;
}

/** A key for us-east-1, where the deployment has none because neither of its regions is that. @returns its ARN */
export function createGlobalKey(parent: pulumi.Resource, name: string, deployment: Deployment, region: string): pulumi.Output<string> {
  const key = new Key(name, {
    region,
    description: `${deployment.prefix}: undelivered alerts of global services`,
    enableKeyRotation: true,
    deletionWindowInDays: 30,
    policy: globalKeyPolicy(deployment, region),
    tags: { Name: `${deployment.prefix}-alert-messages`, DataClassification: "operational" },
  }, { parent, protect: true });
  new Alias(`${name}-alias`, { name: alertNames(deployment).globalKeyAlias, targetKeyId: key.keyId, region }, { parent: key });
  return key.arn;
}
