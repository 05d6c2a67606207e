import { arnOf, bucketName, type Deployment } from "./deployment.ts";

/** Physical names of the PHI stores; policies, trails, replicas and dashboards are built from them. */
export interface StoreNames {
  readonly database: string;
  readonly databaseArn: string;
  readonly subnetGroup: string;
  readonly monitoringRole: string;
  readonly finalSnapshot: string;
  readonly databaseProxy: string;
  /** Global database that an Aurora cluster and its replica are part of. */
  readonly globalDatabase: string;
  /** Secret of the master user, where RDS cannot keep it. */
  readonly masterSecret: string;
  /** Function that rotates it. */
  readonly rotationFunction: string;
  readonly connectionParameter: string;
  readonly bucket: string;
  readonly accessLogBucket: string;
  readonly recordsTable: string;
  readonly recordsTableArn: string;
  readonly recordsKeyParameter: string;
}

/** Name of the database that holds PHI, and of the user that RDS makes with it. */
export const DATABASE_NAME = "health";
export const MASTER_USER = "phi_admin";

/** Names of a deployment's PHI stores, known before they exist. */
export function storeNames(deployment: Deployment): StoreNames {
  const { prefix } = deployment;
  const [database, recordsTable] = [`${prefix}-db`, `${prefix}-patient-records`];
  return {
    database,
    databaseArn: arnOf(deployment, "rds", `db:${database}`),
    subnetGroup: `${prefix}-db`,
    monitoringRole: `${prefix}-db-monitoring`,
    finalSnapshot: `${prefix}-db-final`,
    databaseProxy: `${prefix}-db-proxy`,
    globalDatabase: `${prefix}-db-global`,
    masterSecret: `${prefix}/database/master`,
    rotationFunction: `${prefix}-db-rotation`,
    connectionParameter: `/${prefix}/database/connection`,
    bucket: bucketName(deployment, "phi"),
    accessLogBucket: bucketName(deployment, "phi-access"),
    recordsTable,
    recordsTableArn: arnOf(deployment, "dynamodb", `table/${recordsTable}`),
    recordsKeyParameter: `/${prefix}/records/key-arn`,
  };
}

/** Names of their replicas, in the recovery region. */
export interface ReplicaNames {
  readonly database: string;
  readonly subnetGroup: string;
  readonly monitoringRole: string;
  readonly finalSnapshot: string;
  readonly connectionParameter: string;
  readonly bucket: string;
  readonly accessLogBucket: string;
  readonly replicationRole: string;
  /** Rule on failed rotations of the database's secret. */
  readonly rotationRule: string;
  /** Backup plan of a promoted database. */
  readonly promotedPlan: string;
}

/** Names of the replicas, known before they exist. A bucket's name carries its region. */
export function replicaNames(deployment: Deployment): ReplicaNames {
  const { prefix, recoveryRegion } = deployment;
  const database = `${prefix}-db-replica`;
  return {
    database,
    subnetGroup: database,
    monitoringRole: `${database}-monitoring`,
    finalSnapshot: `${database}-final`,
    connectionParameter: `/${prefix}/database/connection`,
    bucket: bucketName(deployment, "phi", recoveryRegion),
    accessLogBucket: bucketName(deployment, "phi-access", recoveryRegion),
    replicationRole: `${prefix}-phi-replication`,
    rotationRule: `${prefix}-database-rotation-failures`,
    promotedPlan: `${prefix}-promoted`,
  };
}
