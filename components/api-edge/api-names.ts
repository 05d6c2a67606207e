import { bucketName, type Deployment } from "../lib/deployment.ts";

/** Name of the API's only stage; it is the first part of every path, for callers and for the cluster. */
export const STAGE = "v1";

/** Physical names of everything the component consists of. */
export interface ApiNames {
  readonly api: string;
  readonly accessLogGroup: string;
  readonly loggingRole: string;
  readonly webAcl: string;
  readonly loadBalancer: string;
  readonly vpcLink: string;
  readonly linkGroup: string;
  readonly balancerGroup: string;
  readonly balancerLogBucket: string;
  readonly accessLogBucket: string;
}

export function apiNames(deployment: Deployment): ApiNames {
  const { prefix } = deployment;
  return {
    api: `${prefix}-records`,
    accessLogGroup: `/${prefix}/api-access`,
    loggingRole: `${prefix}-api-logging`,
    webAcl: `${prefix}-api`,
    loadBalancer: `${prefix}-api`,
    vpcLink: `${prefix}-api`,
    linkGroup: `${prefix}-api-link`,
    balancerGroup: `${prefix}-api-balancer`,
    balancerLogBucket: bucketName(deployment, "balancer-logs"),
    accessLogBucket: bucketName(deployment, "balancer-access"),
  };
}

/** Protocol and port are in the name, because a target group cannot change them, and its successor is made first. */
export function targetGroupName({ prefix }: Deployment, protocol: string, port: number): string {
  return `${prefix}-${protocol.toLowerCase()}-${String(port)}`;
}
