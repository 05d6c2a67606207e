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
  readonly resultBucket: string;
  readonly workgroup: string;
  /** Glue takes letters, digits and underscores. */
  readonly database: string;
  readonly table: string;
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
    resultBucket: bucketName(deployment, "audit-query"),
    workgroup: `${deployment.prefix}-audit`,
    database: `${deployment.prefix.replaceAll("-", "_")}_audit`,
    table: "trail",
  };
}
