import * as aws from "@pulumi/aws/provider.js";
import type * as pulumi from "@pulumi/pulumi";
import { AuditTrail, DrVault, keyAlias, KeyClass, KeyRing, Observability, RecordsStore, storeNames } from "../components/index.ts";
import type { ServerlessConfig } from "./config.ts";
import type { Estimates } from "./estimates.ts";
import { ownAccount } from "./own-account.ts";
import { requiredTags } from "./required-tags.ts";
import { backupRequest } from "./service-requests.ts";
import { withoutUndefined } from "./without-undefined.ts";

/** What a serverless stack exports (S3-57 to S3-60). */
export interface ServerlessOutputs {
  readonly accountId: string;
  readonly recordsTableName: pulumi.Output<string>;
  readonly recordsKeyParameterName: pulumi.Output<string>;
  readonly dynamodbKeyArn: pulumi.Output<string>;
  readonly s3LogsKeyArn: pulumi.Output<string>;
  readonly parameterStoreKeyArn: pulumi.Output<string>;
  readonly cloudTrailArn: pulumi.Output<string>;
  readonly auditLogBucketName: pulumi.Output<string>;
  readonly backupVaultArn: pulumi.Output<string>;
  readonly copyVaultArn: pulumi.Output<string>;
  readonly dashboardNames: pulumi.Output<string[]>;
  /** Estimate of the monthly bill in USD, list prices. */
  readonly monthlyCostUsd: number;
}

/** Classes of data that the stack holds; the key of each costs its dollar. */
const CLASSES = [KeyClass.PhiRecords, KeyClass.Audit, KeyClass.Logs, KeyClass.Secrets, KeyClass.Backup];

/** Patients' records in a table, with their keys, trail, backups, alarms and dashboards, for a few dollars a month (S3-45, S3-46, S3-62, S3-63, X-09). */
export async function createServerless(config: ServerlessConfig, { monthlyUsd }: Estimates): Promise<ServerlessOutputs> {
  const { prefix, alerts, audit, logs, observability } = config;
  const provider = new aws.Provider("aws", { region: config["aws:region"], defaultTags: { tags: requiredTags(config) } });
  const accountId = await ownAccount(config, provider);
  const deployment = { prefix, accountId, region: config["aws:region"], recoveryRegion: config.dr.region };
  const inAccount = { providers: { aws: provider } };

  const keys = new KeyRing(`${prefix}-keys`, { deployment, classes: CLASSES, replicaClasses: [KeyClass.Backup], pseudonyms: false }, inAccount);
  const records = new RecordsStore(`${prefix}-records`, { deployment, recordsKeyArn: keys.keyArn(KeyClass.PhiRecords), secretsKeyArn: keys.keyArn(KeyClass.Secrets) }, inAccount);
  const trail = new AuditTrail(`${prefix}-audit`, {
    deployment,
    auditKeyArn: keys.keyArn(KeyClass.Audit),
    auditKeyAlias: keyAlias(prefix, KeyClass.Audit),
    logsKeyArn: keys.keyArn(KeyClass.Logs),
    alertTopicArn: alerts.topicArn,
    objectLock: audit.objectLock,
    phiBuckets: [],
    phiTables: [storeNames(deployment).recordsTable],
    retentionDays: audit.retentionDays,
    archiveAfterDays: audit.archiveAfterDays,
    logGroupRetentionDays: logs.retentionDays,
    trailToCloudWatch: audit.trailToCloudWatch,
    logReaderRoleArns: audit.logReaderRoleArns,
    ...withoutUndefined({ organizationId: audit.organizationId }),
  }, inAccount);
  const vaults = new DrVault(`${prefix}-backup`, {
    deployment,
    backupKeyArn: keys.keyArn(KeyClass.Backup),
    recoveryBackupKeyArn: keys.replicaKeyArn(KeyClass.Backup),
    alertTopicArn: alerts.topicArn,
    recoveryAlertTopicArn: alerts.recoveryTopicArn,
    ...backupRequest(config),
    restoreTest: { recordsKeyArn: keys.keyArn(KeyClass.PhiRecords) },
  }, inAccount);
  // Traces' settings are the account's, and nothing here is scraped.
  const watch = new Observability(`${prefix}-observability`, {
    deployment,
    logsKeyArn: keys.keyArn(KeyClass.Logs),
    alertTopicArn: alerts.topicArn,
    runbookUrl: observability.runbookUrl,
    logRetentionDays: logs.retentionDays,
    prometheus: false,
    tracingHere: false,
    tables: [storeNames(deployment).recordsTable],
  }, inAccount);
  return {
    accountId,
    recordsTableName: records.recordsTableName,
    recordsKeyParameterName: records.recordsKeyParameterName,
    dynamodbKeyArn: keys.keyArn(KeyClass.PhiRecords),
    s3LogsKeyArn: keys.keyArn(KeyClass.Audit),
    parameterStoreKeyArn: keys.keyArn(KeyClass.Secrets),
    cloudTrailArn: trail.trailArn,
    auditLogBucketName: trail.logBucketName,
    backupVaultArn: vaults.vaultArn,
    copyVaultArn: vaults.copyVaultArn,
    dashboardNames: watch.dashboardNames,
    monthlyCostUsd: Math.round(monthlyUsd),
  };
}
