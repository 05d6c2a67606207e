import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { FlowLog } from "@pulumi/aws/ec2/flowLog.js";
import { Role } from "@pulumi/aws/iam/role.js";
import type * as pulumi from "@pulumi/pulumi";
import { classified, DataClassification } from "../lib/data-classification.ts";
import { arnOf, type Deployment } from "../lib/deployment.ts";
import { FLOW_LOG_FIELDS } from "../lib/flow-log-fields.ts";
import { attachOwn, ownPolicy } from "../lib/own-policy.ts";
import { policyDocument } from "../lib/policy-document.ts";

/** The fields as AWS takes them. */
const FORMAT = FLOW_LOG_FIELDS.map((field) => `\${${field}}`).join(" ");

export function flowLogGroupName(prefix: string): string {
  return `/aws/vpc/${prefix}/flow-logs`;
}

/** Records accepted and rejected traffic of the whole VPC, each minute, in an encrypted log group (S4-14, S4-43). */
export function createFlowLog(
  parent: pulumi.Resource, name: string, deployment: Deployment, vpcId: pulumi.Input<string>, keyArn: pulumi.Input<string>, retentionDays: number,
): LogGroup {
  const group = new LogGroup(`${name}-flow-logs`, {
    name: flowLogGroupName(deployment.prefix),
    kmsKeyId: keyArn,
    retentionInDays: retentionDays,
    tags: classified(DataClassification.Operational),
  }, { parent });
  const role = new Role(`${name}-flow-logs`, {
    name: `${deployment.prefix}-flow-logs`,
    description: "VPC flow logs write to their log group",
    assumeRolePolicy: trust(deployment),
  }, { parent });
  const policy = ownPolicy(`${name}-flow-logs`, {
    deployment,
    name: `${deployment.prefix}-flow-logs`,
    description: "Write flow records to the stack's flow log group",
    policy: permissions(deployment),
  }, { parent });
  const attachments = attachOwn(`${name}-flow-logs`, { deployment, role: role.name, policy }, { parent });
  new FlowLog(`${name}-flow-logs`, {
    vpcId,
    trafficType: "ALL",
    logDestinationType: "cloud-watch-logs",
    logDestination: group.arn,
    iamRoleArn: role.arn,
    maxAggregationInterval: 60,
    logFormat: FORMAT,
    tags: { Name: `${deployment.prefix}-flow-logs` },
  }, { parent, dependsOn: [...attachments] });
  return group;
}

/**
 * Keeps the same records for years in a bucket that nobody can delete from. The bucket's policy must
 * let AWS deliver before the flow log is made: where it does not, AWS writes a policy of its own over it.
 */
export function createFlowLogArchive(
  parent: pulumi.Resource, name: string, deployment: Deployment, vpcId: pulumi.Input<string>, bucketArn: pulumi.Input<string>,
): void {
  new FlowLog(`${name}-flow-log-archive`, {
    vpcId,
    trafficType: "ALL",
    logDestinationType: "s3",
    logDestination: bucketArn,
    // Ten minutes in one record: a search over months needs no more, and pays by the byte.
    maxAggregationInterval: 600,
    logFormat: FORMAT,
    destinationOptions: { fileFormat: "plain-text", hiveCompatiblePartitions: false, perHourPartition: true },
    tags: { Name: `${deployment.prefix}-flow-log-archive` },
  }, { parent });
}

function trust(deployment: Deployment): string {
  return policyDocument([{
    sid: "FlowLogsOfThisAccount",
    reason: "only the flow log service, for flow logs of this account and region, may use the role",
    principals: { Service: ["vpc-flow-logs.amazonaws.com"] },
    actions: ["sts:AssumeRole"],
    conditions: {
      StringEquals: { "aws:SourceAccount": deployment.accountId },
      ArnLike: { "aws:SourceArn": arnOf(deployment, "ec2", "vpc-flow-log/*") },
    },
  }]);
}

function permissions(deployment: Deployment): string {
  const group = arnOf(deployment, "logs", `log-group:${flowLogGroupName(deployment.prefix)}`);
  return policyDocument([{
    sid: "WriteRecords",
    reason: "the service writes one stream for each network interface",
    actions: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
    resources: [group, `${group}:log-stream:*`],
  }, {
    sid: "FindGroup",
    reason: "the service looks its group up by name, among all of the region",
    actions: ["logs:DescribeLogGroups"],
    resources: [arnOf(deployment, "logs", "log-group:*")],
  }]);
}
