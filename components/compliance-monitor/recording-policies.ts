import { neverDeleted, writtenByServicesOnly } from "../lib/bucket-policies.ts";
import { bucketArn, type Deployment } from "../lib/deployment.ts";
import type { Statement } from "../lib/policy-document.ts";

/**
 * What the history bucket allows: AWS Config delivers for this account, nobody else writes, nobody
 * deletes. AWS Config delivers to no bucket with Object Lock (CloudFormation reference,
 * AWS::Config::DeliveryChannel), so a policy stands in for it.
 */
export function historyBucketStatements(deployment: Deployment, bucket: string): readonly Statement[] {
  const forThisAccount = { "aws:SourceAccount": deployment.accountId };
  const config = { Service: ["config.amazonaws.com"] };
  return [
    {
      sid: "ConfigChecksBucket", reason: "AWS Config looks whether it may deliver", principals: config,
      actions: ["s3:GetBucketAcl", "s3:ListBucket"], resources: [bucketArn(deployment, bucket)], conditions: { StringEquals: forThisAccount },
    },
    {
      sid: "ConfigDelivers", reason: "history and snapshots of this account, owned by it (S5-26)", principals: config,
      actions: ["s3:PutObject"], resources: [bucketArn(deployment, `${bucket}/AWSLogs/${deployment.accountId}/Config/*`)],
      conditions: { StringEquals: { ...forThisAccount, "s3:x-amz-acl": "bucket-owner-full-control" } },
    },
    writtenByServicesOnly(deployment, bucket),
    neverDeleted(deployment, bucket),
  ];
}
