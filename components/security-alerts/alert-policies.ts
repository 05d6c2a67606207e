import { accountPrincipal, arnOf, type Deployment, viaService } from "../lib/deployment.ts";
import { policyDocument, type Statement } from "../lib/policy-document.ts";
import { alertNames, homeBusArn } from "./alert-names.ts";

/** Policy of a queue for what could not be delivered: the rules and topics of the deployment put, over TLS. */
export function undeliveredQueuePolicy(deployment: Deployment, region: string): string {
  const queue = arnOf(deployment, "sqs", alertNames(deployment).undeliveredQueue, region);
  const fromOwn = (sid: string, reason: string, service: string, source: string): Statement => ({
    sid, reason,
    principals: { Service: [service] },
    actions: ["sqs:SendMessage"],
    resources: [queue],
    conditions: { ArnLike: { "aws:SourceArn": [source] } },
  });
  return policyDocument([
    fromOwn("UndeliveredEvents", "an event that reached nobody is kept, and raises an alarm", "events.amazonaws.com", arnOf(deployment, "events", `rule/${deployment.prefix}-*`, region)),
    fromOwn("UndeliveredMessages", "a message that a webhook refused is kept, and raises an alarm", "sns.amazonaws.com", arnOf(deployment, "sns", `${deployment.prefix}-alerts-*`, region)),
    {
      sid: "TlsOnly",
      reason: "alerts travel encrypted",
      effect: "Deny",
      principals: "*",
      actions: ["sqs:SendMessage", "sqs:ReceiveMessage"],
      resources: [queue],
      conditions: { Bool: { "aws:SecureTransport": "false" } },
    },
  ]);
}

/** What the forwarding rules may do: put events on the primary region's bus. A bus needs no policy for its own account. */
export function forwardingPolicy(deployment: Deployment): string {
  return policyDocument([{
    sid: "PutEventsAtHome",
    reason: "events of other regions raise alerts in the primary one (X-13)",
    actions: ["events:PutEvents"],
    resources: [homeBusArn(deployment)],
  }]);
}

/** What the alert rules may do with the chat endpoints: call them. */
export function endpointsPolicy(deployment: Deployment): string {
  const { slackEndpoint, pagerDutyEndpoint } = alertNames(deployment);
  return policyDocument([{
    sid: "CallEndpoints",
    reason: "alerts reach Slack and PagerDuty",
    actions: ["events:InvokeApiDestination"],
    resources: [slackEndpoint, pagerDutyEndpoint].map((endpoint) => arnOf(deployment, "events", `api-destination/${endpoint}/*`)),
  }]);
}

/**
 * What CloudFormation may do when it makes the endpoints: read the named secrets, hand them to
 * EventBridge, which keeps them in secrets of its own (`events!connection/...`).
 */
export function endpointsSetupPolicy(deployment: Deployment, secretNames: readonly string[], secretsKeyAlias: string): string {
  const names = [alertNames(deployment).slackEndpoint, alertNames(deployment).pagerDutyEndpoint];
  const secret = (name: string): string => arnOf(deployment, "secretsmanager", `secret:${name}`);
  return policyDocument([
    {
      sid: "ReadCredentials",
      reason: "the credentials of Slack and PagerDuty, and no other secret",
      actions: ["secretsmanager:GetSecretValue"],
      resources: secretNames.map((name) => secret(`${name}-??????`)),
    },
    {
      sid: "DecryptCredentials",
      reason: "the secrets lie under the deployment's key for secrets",
      actions: ["kms:Decrypt"],
      resources: [arnOf(deployment, "kms", "key/*")],
      conditions: {
        StringEquals: { "kms:ViaService": viaService("secretsmanager", deployment.region) },
        "ForAnyValue:StringEquals": { "kms:ResourceAliases": secretsKeyAlias },
      },
    },
    {
      sid: "ManageEndpoints",
      reason: "the connections and destinations of the alerts",
      actions: [
        "events:CreateApiDestination", "events:CreateConnection", "events:DeleteApiDestination", "events:DeleteConnection", "events:DescribeApiDestination",
        "events:DescribeConnection", "events:UpdateApiDestination", "events:UpdateConnection",
      ],
      resources: names.flatMap((name) => ["api-destination", "connection"].map((kind) => arnOf(deployment, "events", `${kind}/${name}*`))),
    },
    {
      sid: "KeepCredentials",
      reason: "EventBridge keeps a connection's credentials in a secret that it makes for the caller",
      actions: [
        "secretsmanager:CreateSecret", "secretsmanager:DeleteSecret", "secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue",
        "secretsmanager:UpdateSecret",
      ],
      resources: names.map((name) => secret(`events!connection/${name}/*`)),
    },
    {
      sid: "MakeServiceRole",
      reason: "the first connection of an account makes EventBridge's service-linked role",
      actions: ["iam:CreateServiceLinkedRole"],
      resources: [arnOf(deployment, "iam", "role/aws-service-role/apidestinations.events.amazonaws.com/AWSServiceRoleForAmazonEventBridgeApiDestinations", "")],
      conditions: { StringEquals: { "iam:AWSServiceName": "apidestinations.events.amazonaws.com" } },
    },
  ]);
}

/** Policy of the key that encrypts undelivered events in us-east-1, where the deployment has no key of its own. */
export function globalKeyPolicy(deployment: Deployment, region: string): string {
  const services = ["cloudwatch.amazonaws.com", "events.amazonaws.com", "sns.amazonaws.com"];
  return policyDocument([
    {
      sid: "Administration",
      reason: "somebody must be able to manage the key, or it is lost; IAM policies decide who",
      principals: { AWS: [accountPrincipal(deployment)] },
      actions: [
        "kms:CancelKeyDeletion", "kms:DescribeKey", "kms:DisableKey", "kms:EnableKey", "kms:EnableKeyRotation", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListAliases",
        "kms:ListResourceTags", "kms:CreateAlias", "kms:DeleteAlias", "kms:UpdateAlias", "kms:PutKeyPolicy", "kms:ScheduleKeyDeletion", "kms:TagResource", "kms:UntagResource",
        "kms:UpdateKeyDescription",
      ],
      resources: ["*"],
    },
    {
      sid: "ReadThroughQueues",
      reason: "whoever may read the queue can read undelivered events",
      principals: { AWS: [accountPrincipal(deployment)] },
      actions: ["kms:Decrypt", "kms:DescribeKey"],
      resources: ["*"],
      conditions: { StringEquals: { "kms:CallerAccount": deployment.accountId, "kms:ViaService": viaService("sqs", region) } },
    },
    {
      sid: "AlertServices",
      reason: "alarms, events and topics write encrypted messages",
      principals: { Service: services },
      actions: ["kms:Decrypt", "kms:GenerateDataKey*"],
      resources: ["*"],
      // EventBridge sends no source to KMS when it delivers.
      conditions: { StringEqualsIfExists: { "aws:SourceAccount": deployment.accountId } },
    },
  ]);
}
