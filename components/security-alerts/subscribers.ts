import { TopicSubscription } from "@pulumi/aws/sns/topicSubscription.js";
import type { Topic } from "@pulumi/aws/sns/topic.js";
import type * as pulumi from "@pulumi/pulumi";
import { AlertSeverity } from "./alert-text.ts";

/** Who hears of alerts. */
export interface AlertSubscribers {
  /**
   * E-mail addresses; each confirms once, by a link in a first e-mail.
   * @default none
   */
  readonly emails?: string[];
  /**
   * Telephone numbers in E.164 form, such as `+12065550100`; critical alerts only.
   * @default none
   */
  readonly smsNumbers?: string[];
  /**
   * HTTPS addresses that confirm the subscription themselves. An address that is itself a credential,
   * as Slack's and PagerDuty's are, is refused: it would lie in the state.
   * @default none
   */
  readonly webhooks?: string[];
}

/** Subscribes people and webhooks to one topic; what a webhook refuses goes to the queue. */
export function subscribe(
  name: string, topic: Topic, severity: AlertSeverity, { emails = [], smsNumbers = [], webhooks = [] }: AlertSubscribers,
  { queueArn, region }: { readonly queueArn: pulumi.Output<string>; readonly region: string },
): void {
  const add = (suffix: string, protocol: string, endpoint: string, more: object = {}): void => {
    new TopicSubscription(`${name}-${suffix}`, { topic: topic.arn, protocol, endpoint, region, ...more }, { parent: topic });
  };
  emails.forEach((email, index) => { add(`email-${String(index + 1)}`, "email", email); });
  if (severity === AlertSeverity.Critical) {
    smsNumbers.forEach((number, index) => { add(`sms-${String(index + 1)}`, "sms", number); });
  }
  webhooks.forEach((url, index) => {
    add(`webhook-${String(index + 1)}`, "https", url, { redrivePolicy: queueArn.apply((arn) => JSON.stringify({ deadLetterTargetArn: arn })) });
  });
}
