import { Topic } from "@pulumi/aws/sns/topic.js";
import { TopicPolicy } from "@pulumi/aws/sns/topicPolicy.js";
import type * as pulumi from "@pulumi/pulumi";
import { classified } from "./data-classification.ts";
import { arnOf, type Deployment } from "./deployment.ts";
import { policyDocument, type Statement } from "./policy-document.ts";

export interface AlertTopicSpec {
  readonly deployment: Deployment;
  /** Physical name. */
  readonly topic: string;
  /** Key of the messages, in the topic's region; its policy lets the publishers use it. */
  readonly keyArn: pulumi.Input<string>;
  /** Services that publish to the topic, such as `cloudwatch.amazonaws.com`. */
  readonly publishers: readonly string[];
  /** @default the primary region */
  readonly region?: string;
}

/** Policy of an alert topic: the named services publish for this account, over TLS. */
export function alertTopicPolicy({ deployment, topic, publishers, region }: Omit<AlertTopicSpec, "keyArn">): string {
  const arn = arnOf(deployment, "sns", topic, region);
  const statements: readonly Statement[] = [
    {
      sid: "PublishAlerts",
      reason: "alarms and events of this account reach the people on call",
      principals: { Service: [...publishers] },
      actions: ["sns:Publish"],
      resources: [arn],
      // EventBridge sends no source; a strict condition would drop every alert in silence.
      conditions: { StringEqualsIfExists: { "aws:SourceAccount": deployment.accountId } },
    },
    {
      sid: "TlsOnly",
      reason: "alerts travel encrypted",
      effect: "Deny",
      principals: "*",
      actions: ["sns:Publish"],
      resources: [arn],
      conditions: { Bool: { "aws:SecureTransport": "false" } },
    },
  ];
  return policyDocument(statements);
}

/** An encrypted topic for alerts. Its text never carries PHI. */
export function alertTopic(name: string, spec: AlertTopicSpec, parent: pulumi.Resource): Topic {
  const region = spec.region === undefined ? {} : { region: spec.region };
  const topic = new Topic(name, {
    name: spec.topic,
    kmsMasterKeyId: spec.keyArn,
    tags: classified("operational", { Name: spec.topic }),
    ...region,
  }, { parent });
  new TopicPolicy(`${name}-policy`, { arn: topic.arn, policy: alertTopicPolicy(spec), ...region }, { parent: topic });
  return topic;
}
