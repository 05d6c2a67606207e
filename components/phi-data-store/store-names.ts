import { arnOf, bucketName, type Deployment } from "../lib/deployment.ts";

/** Physical names of the PHI stores; policies, trails and dashboards are built from them. */
export interface StoreNames {
  readonly database: string;
  readonly subnetGroup: string;
  readonly monitoringRole: string;
  readonly finalSnapshot: string;
  readonly bucket: string;
  readonly accessLogBucket: string;
  readonly recordsTable: string;
  readonly recordsTableArn: string;
  readonly recordsKeyParameter: string;
}

/** Names of a deployment's PHI stores, known before they exist. */
export function storeNames(deployment: Deployment): StoreNames {
  const { prefix } = deployment;
  const recordsTable = `${prefix}-patient-records`;
  return {
    database: `${prefix}-db`,
    subnetGroup: `${prefix}-db`,
    monitoringRole: `${prefix}-db-monitoring`,
    finalSnapshot: `${prefix}-db-final`,
    bucket: bucketName(deployment, "phi"),
    accessLogBucket: bucketName(deployment, "phi-access"),
    recordsTable,
    recordsTableArn: arnOf(deployment, "dynamodb", `table/${recordsTable}`),
    recordsKeyParameter: `/${prefix}/records/key-arn`,
  };
}
