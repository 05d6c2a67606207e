import { arnOf, bucketArn, type Deployment, viaService } from "./deployment.ts";
import { policyDocument, type Statement } from "./policy-document.ts";

/** A bucket of the primary region and its replica in the recovery region, by name. */
export interface ReplicatedBucket {
  readonly deployment: Deployment;
  readonly source: string;
  readonly replica: string;
  /** Alias of the key that encrypts both, the same in both regions. */
  readonly keyAlias: string;
  /** Whether deletions in the source, by delete marker, are repeated in the replica. */
  readonly replicateDeleteMarkers: boolean;
}

/** Rights of S3's replication role: read this one bucket, write its replica, and the two keys for that. */
export function replicationPolicy({ deployment, source, replica, keyAlias, replicateDeleteMarkers }: ReplicatedBucket): string {
  return policyDocument([
    {
      sid: "ReadSettings", reason: "S3 reads what is to be replicated",
      actions: ["s3:GetReplicationConfiguration", "s3:ListBucket"], resources: [bucketArn(deployment, source)],
    },
    {
      sid: "ReadObjects", reason: "versions with their tags and locks",
      actions: ["s3:GetObjectLegalHold", "s3:GetObjectRetention", "s3:GetObjectVersionAcl", "s3:GetObjectVersionForReplication", "s3:GetObjectVersionTagging"],
      resources: [bucketArn(deployment, `${source}/*`)],
    },
    {
      sid: "WriteReplicas", reason: replicateDeleteMarkers ? "replicas, tags and delete markers" : "replicas and tags; a deletion stays in the primary region",
      actions: ["s3:ReplicateObject", "s3:ReplicateTags", ...(replicateDeleteMarkers ? ["s3:ReplicateDelete"] : [])], resources: [bucketArn(deployment, `${replica}/*`)],
    },
    keyUse("DecryptObjects", "objects are encrypted with the source's key", ["kms:Decrypt"], deployment.region, source),
    keyUse("EncryptReplicas", "replicas are encrypted with the key's replica", ["kms:Encrypt", "kms:GenerateDataKey"], deployment.recoveryRegion, replica),
  ]);

  /** The key by its alias, through S3, for one bucket: its ARN is not known before it exists. */
  function keyUse(sid: string, reason: string, actions: readonly string[], region: string, bucket: string): Statement {
    return {
      sid, reason, actions,
      resources: [arnOf(deployment, "kms", "key/*", region)],
      conditions: {
        "ForAnyValue:StringEquals": { "kms:ResourceAliases": [keyAlias] },
        StringEquals: { "kms:ViaService": viaService("s3", region) },
        // With a bucket key the context is the bucket, else the object.
        StringLike: { "kms:EncryptionContext:aws:s3:arn": [bucketArn(deployment, bucket), bucketArn(deployment, `${bucket}/*`)] },
      },
    };
  }
}

/** Replication sends which bucket it works for only in some of its calls; where it does, it must be this one. */
export function replicationTrust({ deployment, source }: ReplicatedBucket): string {
  return policyDocument([{
    sid: "AssumedByReplication",
    reason: "only S3, for this bucket of this account",
    principals: { Service: ["s3.amazonaws.com"] },
    actions: ["sts:AssumeRole"],
    conditions: {
      StringEqualsIfExists: { "aws:SourceAccount": deployment.accountId },
      ArnLikeIfExists: { "aws:SourceArn": bucketArn(deployment, source) },
    },
  }]);
}
