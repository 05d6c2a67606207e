import { backupRoleNames } from "../lib/backup-tag.ts";
import { arnOf, bucketArn, type Deployment } from "../lib/deployment.ts";
import { policyDocument, type Statement } from "../lib/policy-document.ts";
import { readThroughServicesOnly, writtenByServicesOnly } from "../lib/bucket-policies.ts";
import { logDelivery } from "../lib/log-delivery.ts";
import type { AuditTrailArgs } from "./audit-trail.ts";
import { trailNames } from "./trail-names.ts";

/** Whose logs are delivered, and who reads them. */
export type LogUse = Pick<AuditTrailArgs, "organizationId" | "logReaderRoleArns">;

/**
 * What the log bucket allows: this trail and the account's flow logs are delivered, nobody else
 * writes. No encryption header is demanded of CloudTrail: its digest files may come with S3-managed
 * keys, and a bucket that refuses them gets no trail.
 */
export function logBucketStatements(deployment: Deployment, { organizationId, logReaderRoleArns }: LogUse): readonly Statement[] {
  const { logBucket, trailArn } = trailNames(deployment);
  const sources = { "aws:SourceArn": trailArn };
  const folders = [deployment.accountId, ...(organizationId === undefined ? [] : [organizationId])];
  return [
    {
      sid: "TrailReadsAcl",
      reason: "CloudTrail checks that it may deliver",
      principals: { Service: ["cloudtrail.amazonaws.com"] },
      actions: ["s3:GetBucketAcl"],
      resources: [bucketArn(deployment, logBucket)],
      conditions: { StringEquals: sources },
    },
    {
      sid: "TrailDelivers",
      reason: "log and digest files of this trail, owned by the account (S4-30)",
      principals: { Service: ["cloudtrail.amazonaws.com"] },
      actions: ["s3:PutObject"],
      resources: folders.map((folder) => bucketArn(deployment, `${logBucket}/AWSLogs/${folder}/*`)),
      conditions: { StringEquals: { ...sources, "s3:x-amz-acl": "bucket-owner-full-control" } },
    },
    ...logDelivery(deployment, logBucket),
    writtenByServicesOnly(deployment, logBucket),
    readThroughServicesOnly(deployment, logBucket, readers(deployment, logReaderRoleArns)),
  ];
}

/**
 * What the log bucket's replica allows: replicas by the replication role alone, and the flow logs of
 * a network in the recovery region, which are kept where they arise when the primary region is lost.
 */
export function replicaBucketStatements(deployment: Deployment, { logReaderRoleArns }: LogUse): readonly Statement[] {
  const { replicaBucket, replicationRoleArn } = trailNames(deployment);
  return [
    ...logDelivery(deployment, replicaBucket),
    writtenByServicesOnly(deployment, replicaBucket),
    readThroughServicesOnly(deployment, replicaBucket, readers(deployment, logReaderRoleArns)),
    {
      sid: "ReplicatedByOneRole",
      reason: "nobody else forges a log, or deletes one by replicating a deletion",
      effect: "Deny",
      principals: "*",
      actions: ["s3:ReplicateDelete", "s3:ReplicateObject", "s3:ReplicateTags"],
      resources: [bucketArn(deployment, `${replicaBucket}/*`)],
      conditions: { ArnNotEquals: { "aws:PrincipalArn": replicationRoleArn } },
    },
  ];
}

/** Roles that read log files as they are: of AWS Backup, and those that the arguments name. */
function readers(deployment: Deployment, named: readonly string[] = []): readonly string[] {
  const { backup, restore } = backupRoleNames(deployment);
  return [...[backup, restore].map((role) => arnOf(deployment, "iam", `role/${role}`, "")), ...named];
}

/** What CloudTrail may do in CloudWatch Logs: write its own streams. */
export function deliveryPolicy(deployment: Deployment, organizationId: string | undefined): string {
  const { logGroup } = trailNames(deployment);
  const owners = [deployment.accountId, ...(organizationId === undefined ? [] : [organizationId])];
  return policyDocument([{
    sid: "WriteTrailStreams",
    reason: "the trail is streamed for alarms (S4-31, S4-43); CloudTrail names its streams after owner and region",
    actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
    resources: owners.map((owner) => arnOf(deployment, "logs", `log-group:${logGroup}:log-stream:${owner}_*`)),
  }]);
}
