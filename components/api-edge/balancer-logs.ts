import type * as pulumi from "@pulumi/pulumi";
import { keptFor } from "../lib/bucket-lifecycle.ts";
import { writtenByServicesOnly } from "../lib/bucket-policies.ts";
import type { Deployment } from "../lib/deployment.ts";
import { logDelivery } from "../lib/log-delivery.ts";
import { accessLogTarget, type SecureBucket, secureBucket } from "../lib/secure-bucket.ts";
import { apiNames } from "./api-names.ts";

export interface BalancerLogSettings {
  readonly deployment: Deployment;
  readonly retentionDays: number;
  readonly accessLogBucketName?: string;
}

/**
 * The load balancer's log: connections between API Gateway and the cluster, by address and TLS version,
 * without anything of their content. AWS writes it for TLS listeners only; what is passed through shows
 * in the VPC's flow logs.
 */
export function createBalancerLogs(parent: pulumi.Resource, name: string, { deployment, retentionDays, accessLogBucketName }: BalancerLogSettings): SecureBucket {
  const { balancerLogBucket: bucket, accessLogBucket } = apiNames(deployment);
  return secureBucket(`${name}-balancer-logs`, {
    deployment, bucket,
    classification: "operational",
    statements: [...logDelivery(deployment, bucket), writtenByServicesOnly(deployment, bucket)],
    accessLogs: accessLogTarget(`${name}-access-logs`, accessLogBucketName, { deployment, bucket: accessLogBucket, sources: [bucket] }, parent),
    lifecycle: [keptFor("retention", retentionDays)],
  }, parent);
}
