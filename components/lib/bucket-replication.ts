import { Role } from "@pulumi/aws/iam/role.js";
import { BucketReplicationConfig } from "@pulumi/aws/s3/bucketReplicationConfig.js";
import type * as pulumi from "@pulumi/pulumi";
import { classified } from "./data-classification.ts";
import { attachOwn, ownPolicy } from "./own-policy.ts";
import { type ReplicatedBucket, replicationPolicy, replicationTrust } from "./replication-rights.ts";
import type { SecureBucket } from "./secure-bucket.ts";

/** Minutes of S3's replication time control; the only value that S3 takes. */
export const REPLICATION_MINUTES = 15;
/** Name of the one replication rule; metrics carry it. */
export const REPLICATION_RULE = "every-object";

/** Dimensions of the replication's metrics in CloudWatch. */
export function replicationDimensions({ source, replica }: Pick<ReplicatedBucket, "source" | "replica">): Record<string, string> {
  return { SourceBucket: source, DestinationBucket: replica, RuleId: REPLICATION_RULE };
}

export interface ReplicationSpec extends ReplicatedBucket {
  /** The source's name, once it is versioned. */
  readonly versionedSource: pulumi.Input<string>;
  readonly target: SecureBucket;
  /** Key of the replicas, in the recovery region. */
  readonly replicaKeyArn: pulumi.Input<string>;
  readonly roleName: string;
  /** What the role does, in words. */
  readonly purpose: string;
  /** @default the source's own class */
  readonly storageClass?: "STANDARD_IA";
}

/** Replication of every object within 15 minutes, measured, under a role that can do nothing else. */
export function replicate(name: string, spec: ReplicationSpec, parent: pulumi.Resource): BucketReplicationConfig {
  const { target, storageClass } = spec;
  const { role, permissions } = createRole(name, spec, parent);
  return new BucketReplicationConfig(`${name}-replication`, {
    bucket: spec.versionedSource,
    role: role.arn,
    rules: [{
      id: REPLICATION_RULE,
      priority: 0,
      status: "Enabled",
      filter: { prefix: "" },
      deleteMarkerReplication: { status: spec.replicateDeleteMarkers ? "Enabled" : "Disabled" },
      sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } },
      destination: {
        bucket: target.bucket.arn,
        ...(storageClass === undefined ? {} : { storageClass }),
        encryptionConfiguration: { replicaKmsKeyId: spec.replicaKeyArn },
        metrics: { status: "Enabled", eventThreshold: { minutes: REPLICATION_MINUTES } },
        replicationTime: { status: "Enabled", time: { minutes: REPLICATION_MINUTES } },
      },
    }],
  }, { parent, dependsOn: [...target.guards, ...permissions] });
}

function createRole(name: string, spec: ReplicationSpec, parent: pulumi.Resource): { readonly role: Role; readonly permissions: readonly pulumi.Resource[] } {
  const { deployment, roleName, purpose } = spec;
  const role = new Role(`${name}-replication-role`, {
    name: roleName, description: purpose, assumeRolePolicy: replicationTrust(spec), tags: classified("operational"),
  }, { parent });
  const policy = ownPolicy(`${name}-replication-policy`, { deployment, name: roleName, description: "Read the bucket, write its replica", policy: replicationPolicy(spec) }, { parent });
  return { role, permissions: attachOwn(`${name}-replication-permission`, { deployment, role: role.name, policy }, { parent }) };
}
