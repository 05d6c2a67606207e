import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import { Instance } from "@pulumi/aws/rds/instance.js";
import { ParameterGroup } from "@pulumi/aws/rds/parameterGroup.js";
import { SubnetGroup } from "@pulumi/aws/rds/subnetGroup.js";
import type * as pulumi from "@pulumi/pulumi";
import { backedUp } from "../lib/backup-tag.ts";
import { classified } from "../lib/data-classification.ts";
import { awsManagedPolicyArn, type Deployment } from "../lib/deployment.ts";
import { serviceTrust } from "../lib/policy-document.ts";
import { DATABASE_LOGS, databaseParameters, parameterFamily, PostgresVersion } from "./database-parameters.ts";
import type { PhiDataStoreArgs } from "./phi-data-store.ts";
import { storeNames } from "./store-names.ts";

/** The PostgreSQL instance with everything it needs. */
export function createDatabase(parent: pulumi.Resource, name: string, args: PhiDataStoreArgs, logRetentionDays: number): Instance {
  const { deployment, database, dataKeyArn, secretsKeyArn } = args;
  const names = storeNames(deployment);
  const version = database.postgresVersion ?? PostgresVersion.V17;
  const tags = { Name: names.database };
  const subnetGroup = new SubnetGroup(`${name}-subnets`, {
    name: names.subnetGroup, description: "Isolated subnets, without a route to the internet", subnetIds: args.isolatedSubnetIds, tags,
  }, { parent });
  const parameters = new ParameterGroup(`${name}-parameters`, {
    // Named after the version: another major version takes another group.
    name: `${names.database}-postgres${version}`, family: parameterFamily(version), description: "TLS forced, access audited", parameters: databaseParameters(), tags,
  }, { parent });
  const monitoring = createMonitoringRole(parent, name, deployment);
  // RDS would create the groups itself, without key and for ever.
  const logGroups = createLogGroups(parent, name, args, logRetentionDays);

  return new Instance(`${name}-database`, {
    identifier: names.database,
    engine: "postgres",
    engineVersion: version,
    autoMinorVersionUpgrade: true,
    allowMajorVersionUpgrade: false,
    instanceClass: database.instanceClass,
    multiAz: true,
    allocatedStorage: database.storageGiB,
    maxAllocatedStorage: database.maximumStorageGiB,
    storageType: "gp3",
    storageEncrypted: true,
    kmsKeyId: dataKeyArn,
    dbName: "health",
    username: "phi_admin",
    manageMasterUserPassword: true,
    masterUserSecretKmsKeyId: secretsKeyArn,
    iamDatabaseAuthenticationEnabled: true,
    port: database.port ?? 5432,
    networkType: "IPV4",
    publiclyAccessible: false,
    dbSubnetGroupName: subnetGroup.name,
    vpcSecurityGroupIds: [args.databaseSecurityGroupId],
    caCertIdentifier: "rds-ca-rsa2048-g1",
    parameterGroupName: parameters.name,
    backupRetentionPeriod: 35,
    backupWindow: "03:00-04:00",
    maintenanceWindow: "sun:04:30-sun:05:30",
    copyTagsToSnapshot: true,
    deleteAutomatedBackups: false,
    deletionProtection: true,
    skipFinalSnapshot: false,
    finalSnapshotIdentifier: names.finalSnapshot,
    performanceInsightsEnabled: true,
    performanceInsightsKmsKeyId: dataKeyArn,
    performanceInsightsRetentionPeriod: 7,
    monitoringInterval: 60,
    monitoringRoleArn: monitoring.role.arn,
    enabledCloudwatchLogsExports: [...DATABASE_LOGS],
    applyImmediately: false,
    tags: classified("phi", { ...tags, ...backedUp(deployment) }),
  }, {
    parent,
    protect: true,
    dependsOn: [...logGroups, monitoring.permission],
    // AWS Backup moves the window of an instance that it backs up continuously, and refuses changes.
    ignoreChanges: ["backupWindow"],
  });
}

function createMonitoringRole(parent: pulumi.Resource, name: string, deployment: Deployment): { readonly role: Role; readonly permission: RolePolicyAttachment } {
  const role = new Role(`${name}-monitoring`, {
    name: storeNames(deployment).monitoringRole,
    description: "RDS delivers operating system metrics of the database",
    assumeRolePolicy: serviceTrust("monitoring.rds.amazonaws.com", deployment.accountId),
  }, { parent });
  const permission = new RolePolicyAttachment(`${name}-monitoring-permission`, {
    role: role.name, policyArn: awsManagedPolicyArn(deployment, "service-role/AmazonRDSEnhancedMonitoringRole"),
  }, { parent });
  return { role, permission };
}

function createLogGroups(parent: pulumi.Resource, name: string, { deployment, logsKeyArn }: PhiDataStoreArgs, retentionInDays: number): readonly LogGroup[] {
  const { database } = storeNames(deployment);
  return DATABASE_LOGS.map((log) => new LogGroup(`${name}-log-${log}`, {
    name: `/aws/rds/instance/${database}/${log}`,
    kmsKeyId: logsKeyArn,
    retentionInDays,
    // Audited statements can quote what they look for.
    tags: classified("phi"),
  }, { parent }));
}
