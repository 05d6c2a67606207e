import { arnOf, bucketName, type Deployment } from "../lib/deployment.ts";

/** Physical names of everything the trail consists of; policies are built from them. */
export interface TrailNames {
  readonly trail: string;
  readonly trailArn: string;
  readonly logBucket: string;
  readonly accessLogBucket: string;
  /** In the recovery region. */
  readonly replicaBucket: string;
  readonly replicaAccessLogBucket: string;
  readonly replicationRole: string;
  readonly replicationRoleArn: string;
  readonly logGroup: string;
  readonly deliveryRole: string;
  readonly resultBucket: string;
  readonly workgroup: string;
  /** Glue takes letters, digits and underscores. */
  readonly database: string;
  readonly table: string;
  readonly flowTable: string;
}

export function trailNames(deployment: Deployment): TrailNames {
  const [trail, replicationRole] = [`${deployment.prefix}-trail`, `${deployment.prefix}-audit-replication`];
  return {
    trail,
    trailArn: arnOf(deployment, "cloudtrail", `trail/${trail}`),
    logBucket: bucketName(deployment, "audit"),
    accessLogBucket: bucketName(deployment, "audit-access"),
    replicaBucket: bucketName(deployment, "audit", deployment.recoveryRegion),
    replicaAccessLogBucket: bucketName(deployment, "audit-access", deployment.recoveryRegion),
    replicationRole,
    replicationRoleArn: arnOf(deployment, "iam", `role/${replicationRole}`, ""),
    logGroup: `/${deployment.prefix}/cloudtrail`,
    deliveryRole: `${deployment.prefix}-trail-delivery`,
    resultBucket: bucketName(deployment, "audit-query"),
    workgroup: `${deployment.prefix}-audit`,
    database: `${deployment.prefix.replaceAll("-", "_")}_audit`,
    table: "trail",
    flowTable: "network_flows",
  };
}
