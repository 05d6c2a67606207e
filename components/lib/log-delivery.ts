import { arnOf, bucketArn, type Deployment } from "./deployment.ts";
import type { Statement } from "./policy-document.ts";

/**
 * What a bucket allows AWS's log delivery, which brings flow logs of VPCs: to write under this
 * account's folder, for logs of this account in any region. Without these statements AWS replaces the
 * bucket's policy by one of its own when a flow log is made.
 */
export function logDelivery(deployment: Deployment, bucket: string): readonly Statement[] {
  const fromThisAccount = {
    StringEquals: { "aws:SourceAccount": deployment.accountId },
    ArnLike: { "aws:SourceArn": [arnOf(deployment, "logs", "*", "*")] },
  };
  const delivery = { Service: ["delivery.logs.amazonaws.com"] };
  return [
    {
      sid: "LogDeliveryWrites",
      reason: "records of network traffic are kept where nobody can delete them",
      principals: delivery,
      actions: ["s3:PutObject"],
      resources: [bucketArn(deployment, `${bucket}/AWSLogs/${deployment.accountId}/*`)],
      conditions: { ...fromThisAccount, StringEquals: { ...fromThisAccount.StringEquals, "s3:x-amz-acl": "bucket-owner-full-control" } },
    },
    {
      sid: "LogDeliveryChecks",
      reason: "the delivery service looks whether it may write",
      principals: delivery,
      actions: ["s3:GetBucketAcl", "s3:ListBucket"],
      resources: [bucketArn(deployment, bucket)],
      conditions: fromThisAccount,
    },
  ];
}
