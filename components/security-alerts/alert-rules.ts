import { EventRule } from "@pulumi/aws/cloudwatch/eventRule.js";
import { EventTarget } from "@pulumi/aws/cloudwatch/eventTarget.js";
import type * as pulumi from "@pulumi/pulumi";
import { classified } from "../lib/data-classification.ts";
import type { Deployment } from "../lib/deployment.ts";
import type { Alert } from "./alert.ts";
import { ruleName } from "./alert-names.ts";
import { type AlertSeverity, topicMessage, type Transformer } from "./alert-text.ts";
import type { ChatEndpoints } from "./chat-endpoints.ts";

/** EventBridge tries for an hour; an alert later than that is told by the queue's alarm. */
export const RETRY = { maximumEventAgeInSeconds: 3600, maximumRetryAttempts: 185 };

export interface AlertRuleSpec {
  readonly deployment: Deployment;
  /** @default the primary region */
  readonly region?: string;
  readonly queueArn: pulumi.Input<string>;
  /** Topic of each severity; without them, only the chat endpoints hear. */
  readonly topicArns?: Readonly<Record<AlertSeverity, pulumi.Input<string>>>;
  readonly chat?: ChatEndpoints;
}

/** A rule for one alert, with a target for each way to people. */
export function alertRule(parent: pulumi.Resource, name: string, alert: Alert, { deployment, region, queueArn, topicArns, chat }: AlertRuleSpec): void {
  const place = region === undefined ? {} : { region };
  const rule = new EventRule(`${name}-${alert.id}`, {
    name: ruleName(deployment, alert.id), description: alert.meaning, eventPattern: JSON.stringify(alert.pattern), tags: classified("operational"), ...place,
  }, { parent });
  const target = (targetId: string, arn: pulumi.Input<string>, inputTransformer: Transformer, more: object): void => {
    new EventTarget(`${name}-${alert.id}-${targetId}`, {
      rule: rule.name, targetId, arn, inputTransformer, retryPolicy: RETRY, deadLetterConfig: { arn: queueArn }, ...place, ...more,
    }, { parent: rule });
  };
  if (topicArns !== undefined) {
    target("topic", topicArns[alert.severity], topicMessage(alert, deployment.prefix), {});
  }
  for (const { id, arn, message } of chat?.endpoints ?? []) {
    target(id, arn, message(alert), chat === undefined ? {} : { roleArn: chat.roleArn });
  }
}
