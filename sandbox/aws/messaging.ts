import { inWordsOf } from "../references.ts";
import type { ResourceModels } from "../resource-model.ts";
import { queueUrl, role, topic } from "./references.ts";
import { textOf } from "../wire.ts";

/** SNS and SQS. Both take any text as the name of a KMS key and fail only when a message comes. */
export const messagingModels: ResourceModels = {
  "aws:sns/topic:Topic": {
    naming: { input: "name", maxLength: 256, suffix: { when: "fifoTopic", text: ".fifo" } },
    replaceOn: ["name", "namePrefix", "fifoTopic"],
    defaults: { fifoTopic: false },
    id: "arn:aws:sns:{region}:{account}:{name}",
    arn: "{id}",
    outputs: () => ({ owner: "123456789012", beginningArchiveTime: "", signatureVersion: 1, tracingConfig: "" }),
    documents: { policy: "InvalidParameter" },
  },
  "aws:sns/topicPolicy:TopicPolicy": {
    replaceOn: ["arn"],
    id: "{arn}",
    outputs: () => ({ owner: "123456789012" }),
    references: { arn: topic },
    documents: { policy: "InvalidParameter" },
  },
  "aws:sns/topicSubscription:TopicSubscription": {
    replaceOn: ["endpoint", "protocol", "topic"],
    defaults: { confirmationTimeoutInMinutes: 1, endpointAutoConfirms: false, rawMessageDelivery: false },
    id: ({ inputs, hex }) => `${textOf(inputs["topic"])}:${hex(8)}-${hex(4, "b")}-4${hex(3, "c")}-a${hex(3, "d")}-${hex(12, "e")}`,
    arn: "{id}",
    outputs: ({ inputs }) => {
      const pending = /^(?:email|http)/u.test(textOf(inputs["protocol"]));
      return { ownerId: "123456789012", pendingConfirmation: pending, confirmationWasAuthenticated: !pending, filterPolicyScope: "" };
    },
    references: { topic, subscriptionRoleArn: inWordsOf(role, "InvalidParameter", "Invalid parameter: SubscriptionRoleArn: {value} does not exist") },
  },
  "aws:sqs/queue:Queue": {
    naming: { input: "name", maxLength: 80, suffix: { when: "fifoQueue", text: ".fifo" } },
    replaceOn: ["name", "namePrefix", "fifoQueue"],
    defaults: { contentBasedDeduplication: false, delaySeconds: 0, fifoQueue: false, maxMessageSize: 262_144, messageRetentionSeconds: 345_600, receiveWaitTimeSeconds: 0, visibilityTimeoutSeconds: 30 },
    id: "https://sqs.{region}.amazonaws.com/{account}/{name}",
    arn: "arn:aws:sqs:{region}:{account}:{name}",
    duplicateCode: "QueueAlreadyExists",
    outputs: ({ id, inputs }) => ({ url: id, sqsManagedSseEnabled: inputs["kmsMasterKeyId"] === undefined, kmsDataKeyReusePeriodSeconds: 300, deduplicationScope: "", fifoThroughputLimit: "",
      policy: "", redrivePolicy: "", redriveAllowPolicy: "" }),
    documents: { policy: "InvalidAttributeValue" },
  },
  "aws:sqs/queuePolicy:QueuePolicy": {
    replaceOn: ["queueUrl"],
    id: "{queueUrl}",
    references: { queueUrl },
    documents: { policy: "InvalidAttributeValue" },
  },
  "aws:sqs/redrivePolicy:RedrivePolicy": { replaceOn: ["queueUrl"], id: "{queueUrl}", references: { queueUrl } },
  "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy": { replaceOn: ["queueUrl"], id: "{queueUrl}", references: { queueUrl } },
};

