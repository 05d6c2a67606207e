import { arnOf, bucketArn, type Deployment } from "../lib/deployment.ts";
import { policyDocument, type Statement } from "../lib/policy-document.ts";
import type { ComplianceCheck } from "./compliance-monitor.ts";
import { monitorNames } from "./monitor-names.ts";

/** Where results go, and the keys that encrypt them. */
type CheckTargets = Pick<ComplianceCheck, "alertTopicName" | "messagesKeyAlias" | "topicKeyAlias">;

/** What the hourly check reads and writes, by requirement row. */
export function checkStatements(deployment: Deployment, { alertTopicName, messagesKeyAlias, topicKeyAlias = messagesKeyAlias }: CheckTargets): readonly Statement[] {
  const { checkLogGroup, checkQueue, metricNamespace } = monitorNames(deployment);
  const inBothRegions = (service: string, resource: string): readonly string[] =>
    [deployment.region, deployment.recoveryRegion].map((region) => arnOf(deployment, service, resource, region));
  return [
    {
      sid: "ReadNetworkSettings", reason: "open ports and flow logs (S4-65, S4-68); AWS holds these reads to no resource",
      actions: ["ec2:DescribeFlowLogs", "ec2:DescribeSecurityGroups", "ec2:DescribeVpcs"], resources: ["*"],
    },
    { sid: "ListBuckets", reason: "every bucket is checked (S4-66)", actions: ["s3:ListAllMyBuckets"], resources: ["*"] },
    {
      sid: "ReadBucketEncryption", reason: "encryption of every bucket of the account (S4-66)", actions: ["s3:GetEncryptionConfiguration"], resources: [bucketArn(deployment, "*")],
      conditions: { StringEquals: { "aws:ResourceAccount": deployment.accountId } },
    },
    { sid: "ListTrails", reason: "which trails there are (S4-67)", actions: ["cloudtrail:DescribeTrails"], resources: ["*"] },
    {
      sid: "ReadTrailStatus", reason: "whether a trail logs and what (S4-67)", actions: ["cloudtrail:GetEventSelectors", "cloudtrail:GetTrailStatus"],
      resources: inBothRegions("cloudtrail", "trail/*"),
    },
    {
      sid: "SeeFlowLogsArrive", reason: "when a flow log was last written, never what (S4-68)", actions: ["logs:DescribeLogStreams"],
      resources: inBothRegions("logs", "log-group:*"),
    },
    { sid: "PublishResults", reason: "results reach the people on call (S4-69)", actions: ["sns:Publish"], resources: [arnOf(deployment, "sns", alertTopicName)] },
    {
      sid: "PublishMetrics", reason: "results as metrics of one namespace (S4-64, S4-69)", actions: ["cloudwatch:PutMetricData"], resources: ["*"],
      conditions: { StringEquals: { "cloudwatch:namespace": metricNamespace } },
    },
    {
      sid: "WriteOwnLog", reason: "what the function says", actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
      resources: [arnOf(deployment, "logs", `log-group:${checkLogGroup}:*`)],
    },
    { sid: "KeepFailedRuns", reason: "events of runs that failed are kept", actions: ["sqs:SendMessage"], resources: [arnOf(deployment, "sqs", checkQueue)] },
    {
      sid: "EncryptMessages", reason: "topic and queue are encrypted", actions: ["kms:Decrypt", "kms:GenerateDataKey"], resources: [arnOf(deployment, "kms", "key/*")],
      conditions: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": [...new Set([messagesKeyAlias, topicKeyAlias])] } },
    },
    { sid: "Trace", reason: "runs are traced (S1-41); AWS holds X-Ray's writes to no resource", actions: ["xray:PutTelemetryRecords", "xray:PutTraceSegments"], resources: ["*"] },
  ];
}

/** Policy of the queue of failed runs: the schedule's own rule writes, over TLS. The function writes with its role. */
export function checkQueuePolicy(deployment: Deployment): string {
  const { checkQueue, checkRule } = monitorNames(deployment);
  const queue = [arnOf(deployment, "sqs", checkQueue)];
  return policyDocument([
    {
      sid: "ScheduleKeepsFailures", reason: "EventBridge keeps what it could not deliver to the function", principals: { Service: ["events.amazonaws.com"] },
      actions: ["sqs:SendMessage"], resources: queue, conditions: { ArnEquals: { "aws:SourceArn": arnOf(deployment, "events", `rule/${checkRule}`) } },
    },
    {
      sid: "TlsOnly", reason: "messages travel encrypted", effect: "Deny", principals: "*", actions: ["sqs:*"], resources: queue,
      conditions: { Bool: { "aws:SecureTransport": "false" } },
    },
  ]);
}
