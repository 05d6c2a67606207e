import type * as pulumi from "@pulumi/pulumi";
import { writtenByServicesOnly } from "../lib/bucket-policies.ts";
import type { Deployment } from "../lib/deployment.ts";
import { logDelivery } from "../lib/log-delivery.ts";
import { type AccessLogTarget, accessLogBucket, type SecureBucket, secureBucket } from "../lib/secure-bucket.ts";
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
export function createBalancerLogs(parent: pulumi.Resource, name: string, settings: BalancerLogSettings): SecureBucket {
  const { deployment, retentionDays } = settings;
  const bucket = apiNames(deployment).balancerLogBucket;
  return secureBucket(`${name}-balancer-logs`, {
    deployment, bucket,
    classification: "operational",
    statements: [...logDelivery(deployment, bucket), writtenByServicesOnly(deployment, bucket)],
    accessLogs: accessLogTarget(parent, name, settings),
    lifecycle: [{
      id: "retention", status: "Enabled", filter: {},
      expiration: { days: retentionDays },
      noncurrentVersionExpiration: { noncurrentDays: retentionDays },
      abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
    }],
  }, parent);
}

/** Access logs are evidence, and kept for seven years whatever they are about. */
const ACCESS_LOG_DAYS = 2557;

function accessLogTarget(parent: pulumi.Resource, name: string, { deployment, accessLogBucketName }: BalancerLogSettings): AccessLogTarget {
  if (accessLogBucketName !== undefined) {
    return { bucket: accessLogBucketName, readyAfter: [] };
  }
  const names = apiNames(deployment);
  const { guards } = accessLogBucket(`${name}-access-logs`, { deployment, bucket: names.accessLogBucket, sources: [names.balancerLogBucket], retentionDays: ACCESS_LOG_DAYS }, parent);
  return { bucket: names.accessLogBucket, readyAfter: guards };
}
