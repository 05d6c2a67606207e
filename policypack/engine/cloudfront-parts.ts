import type { Reader } from "./reader.ts";

/** Distributions, for one site and for many tenants. */
export const DISTRIBUTION_TYPES = ["aws:cloudfront/distribution:Distribution", "aws:cloudfront/multitenantDistribution:MultitenantDistribution"] as const;

/** The default cache behaviour and those for paths. */
export function behaviors(props: Reader): readonly Reader[] {
  return ["defaultCacheBehavior", "orderedCacheBehaviors", "cacheBehaviors"].flatMap((name) => props.objects(name));
}

export function origins(props: Reader): readonly Reader[] {
  return props.objects("origins");
}

/** The settings of an origin that is a server of its own, not a bucket; one at most. */
export function serverConfigs(origin: Reader): readonly Reader[] {
  return ["customOriginConfig", "customOriginConfigs"].flatMap((name) => origin.objects(name));
}

/** True for an origin that CloudFront reads from S3 by name: neither a server of its own nor inside a VPC. */
export function isBucket(origin: Reader): boolean {
  return ["customOriginConfig", "customOriginConfigs", "vpcOriginConfig", "vpcOriginConfigs"].every((name) => !origin.has(name) || (origin.isKnown(name) && origin.isEmpty(name)));
}
