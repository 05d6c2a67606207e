import { arnOf, bucketName, type Deployment } from "../lib/deployment.ts";

/** Physical names of everything the trail consists of; policies are built from them. */
export interface TrailNames {
  readonly trail: string;
  readonly trailArn: string;
  readonly logBucket: string;
  readonly accessLogBucket: string;
  readonly logGroup: string;
  readonly deliveryRole: string;
  readonly topic: string;
}

export function trailNames(deployment: Deployment): TrailNames {
  const trail = `${deployment.prefix}-trail`;
  return {
    trail,
    trailArn: arnOf(deployment, "cloudtrail", `trail/${trail}`),
    logBucket: bucketName(deployment, "audit"),
    accessLogBucket: bucketName(deployment, "audit-access"),
    logGroup: `/${deployment.prefix}/cloudtrail`,
    deliveryRole: `${deployment.prefix}-trail-delivery`,
    topic: `${deployment.prefix}-audit-alerts`,
  };
}
