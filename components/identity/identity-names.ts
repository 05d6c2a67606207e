import { bucketName, type Deployment } from "../lib/deployment.ts";

/** Physical names of everything the component consists of. */
export interface IdentityNames {
  readonly userPool: string;
  readonly client: string;
  /** First part of the sign-in page's address where there is no domain of one's own; unique in the region. */
  readonly domainPrefix: string;
  readonly activityBucket: string;
  readonly accessLogBucket: string;
}

export function identityNames(deployment: Deployment): IdentityNames {
  const { prefix, accountId } = deployment;
  return {
    userPool: `${prefix}-users`,
    client: `${prefix}-records-app`,
    domainPrefix: `${prefix}-${accountId}`,
    activityBucket: bucketName(deployment, "sign-ins"),
    accessLogBucket: bucketName(deployment, "sign-ins-access"),
  };
}
