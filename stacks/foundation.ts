import { setImmediate as turn } from "node:timers/promises";
import type * as pulumi from "@pulumi/pulumi";
import {
  AccountBaseline, Administration, AuditTrail, type Deployment, DrVault, keyAlias, KeyClass, KeyRing, PhiDataStore, PrivateEksCluster, SecureVpc, type SecurityAlerts, storeNames, type ThreatDetection,
} from "../components/index.ts";
import type { PlatformConfig } from "./config.ts";
import { databaseRequest } from "./database-request.ts";
import { networkRequest } from "./network-request.ts";
import { nodeGroupRequest } from "./node-group-request.ts";
import { phiBuckets } from "./phi-buckets.ts";
import { DrMode } from "./recovery-objectives.ts";
import { createAlerts, createDetection } from "./safeguards.ts";
import { backupRequest } from "./service-requests.ts";
import { withoutUndefined } from "./without-undefined.ts";

/** Where components are created. */
export interface Place {
  readonly config: PlatformConfig;
  readonly deployment: Deployment;
  /** Required tags of every resource. */
  readonly tags: Record<string, string>;
  /** Options that put a component into the account. */
  readonly inAccount: pulumi.ComponentResourceOptions;
}

/** Keys, network, cluster, PHI stores, audit trail and backups. */
export interface Foundation {
  readonly keys: KeyRing;
  readonly network: SecureVpc;
  readonly cluster: PrivateEksCluster;
  readonly data: PhiDataStore;
  readonly audit: AuditTrail;
  readonly backups: DrVault;
  readonly alerts: SecurityAlerts;
  /** Undefined where another stack of the account sets its defaults. */
  readonly account: AccountBaseline | undefined;
  /** Undefined where another stack of the account has it. */
  readonly detection: ThreatDetection | undefined;
}

/**
 * Creates the foundation in the order in which its components need each other. After each comes a turn of
 * the event loop, in which registrations set out to the engine while the next component is made.
 */
export async function createFoundation(place: Place): Promise<Foundation> {
  const { config, deployment, inAccount } = place;
  const keys = new KeyRing(`${config.prefix}-keys`, { deployment, ...config.keys }, inAccount);
  await turn();
  const alerts = createAlerts(place, keys);
  await turn();
  const account = createAccount(place, keys, alerts);
  // Before the network, whose flow logs it keeps.
  const audit = createAudit(place, keys, alerts);
  await turn();
  const network = createNetwork(place, keys, audit);
  await turn();
  const data = createStores(place, keys, network);
  await turn();
  const detection = createDetection(place, keys, data);
  await turn();
  const cluster = createCluster(place, keys, network, detection);
  await turn();
  return { keys, alerts, account, audit, network, data, detection, cluster, backups: createBackups(place, { keys, alerts, network, data }) };
}

/** Defaults of the whole account, unless another stack of the account sets them. */
function createAccount({ config, deployment, inAccount }: Place, keys: KeyRing, alerts: SecurityAlerts): AccountBaseline | undefined {
  const { managedHere, contacts, breakGlassUserArns, unusedAccessDays } = config.account;
  const { monthlyUsd } = config.budget;
  return managedHere ? new AccountBaseline(`${config.prefix}-account`, {
    deployment,
    dataKeyArn: keys.keyArn(KeyClass.PhiData),
    recoveryDataKeyArn: keys.replicaKeyArn(KeyClass.PhiData),
    alertTopicArn: alerts.criticalTopicArn,
    contacts: withoutUndefined(contacts),
    managedOnly: config.iam.managedOnly,
    ...(unusedAccessDays === undefined ? {} : { unusedAccessDays }),
    ...(monthlyUsd === undefined ? {} : { budget: { monthlyUsd, emails: config.alerts.emails } }),
    ...(breakGlassUserArns.length === 0 ? {} : {
      breakGlass: { userArns: breakGlassUserArns, keyAliases: [KeyClass.PhiData, KeyClass.PhiRecords, KeyClass.Secrets].map((keyClass) => keyAlias(config.prefix, keyClass)) },
    }),
  }, inAccount) : undefined;
}

function createNetwork({ config, deployment, inAccount }: Place, keys: KeyRing, audit: AuditTrail): SecureVpc {
  return new SecureVpc(`${config.prefix}-network`, {
    deployment, logsKeyArn: keys.keyArn(KeyClass.Logs), flowLogBucketArn: audit.flowLogBucketArn, ...networkRequest(config),
  }, inAccount);
}

function createCluster({ config, deployment, tags, inAccount }: Place, keys: KeyRing, network: SecureVpc, detection: ThreatDetection | undefined): PrivateEksCluster {
  const { access, version } = config.cluster;
  const watched = detection !== undefined && config.detection.administration === Administration.Account;
  return new PrivateEksCluster(`${config.prefix}-cluster`, {
    deployment,
    vpcId: network.vpcId,
    subnetIds: network.privateSubnetIds,
    nodeSubnetIds: network.nodeSubnetIds,
    podSubnetIds: network.podSubnetIds,
    nodesWaitFor: network.privateRouteIds,
    appSecurityGroupId: network.appSecurityGroupId,
    secretsKeyArn: keys.keyArn(KeyClass.Secrets),
    logsKeyArn: keys.keyArn(KeyClass.Audit),
    workloadLogsKeyArn: keys.keyArn(KeyClass.Logs),
    volumeKeyArn: keys.keyArn(KeyClass.PhiData),
    volumeKeyAlias: keyAlias(config.prefix, KeyClass.PhiData),
    kubernetesVersion: version,
    ...nodeGroupRequest(config),
    access: access.map(({ roleArn, namespaces, ...entry }) => ({ ...entry, principalArn: roleArn, ...(namespaces.length === 0 ? {} : { namespaces }) })),
    nodeTags: tags,
    logRetentionDays: config.logs.retentionDays,
    ...(watched ? { guardDutyDetectorId: detection.detectorIds.apply((ids) => ids[deployment.region] ?? "") } : {}),
  }, inAccount);
}

function createStores({ config, deployment, inAccount }: Place, keys: KeyRing, network: SecureVpc): PhiDataStore {
  const { proxy } = config.database;
  return new PhiDataStore(`${config.prefix}-data`, {
    deployment,
    dataKeyArn: keys.keyArn(KeyClass.PhiData),
    recordsKeyArn: keys.keyArn(KeyClass.PhiRecords),
    logsKeyArn: keys.keyArn(KeyClass.PhiData),
    secretsKeyArn: keys.keyArn(KeyClass.Secrets),
    isolatedSubnetIds: network.isolatedSubnetIds,
    databaseSecurityGroupId: network.databaseSecurityGroupId,
    database: databaseRequest(config),
    zones: config.network.zones,
    objectLock: config.phiBucket.objectLock,
    accessLogRetentionDays: config.audit.retentionDays,
    logRetentionDays: config.logs.retentionDays,
    ...(proxy ? { proxy: { vpcId: network.vpcId, appSecurityGroupId: network.appSecurityGroupId } } : {}),
    ...(config.dr.mode === DrMode.Backup ? {} : {
      replication: {
        recordsKeyArn: keys.replicaKeyArn(KeyClass.PhiRecords), secretsKeyArn: keys.replicaKeyArn(KeyClass.Secrets),
        rotationSubnetIds: network.privateSubnetIds, rotationSecurityGroupId: network.appSecurityGroupId,
      },
    }),
  }, inAccount);
}

function createAudit(place: Place, keys: KeyRing, alerts: SecurityAlerts): AuditTrail {
  const { config, deployment, inAccount } = place;
  return new AuditTrail(`${config.prefix}-audit`, {
    deployment,
    auditKeyArn: keys.keyArn(KeyClass.Audit),
    recoveryAuditKeyArn: keys.replicaKeyArn(KeyClass.Audit),
    auditKeyAlias: keyAlias(config.prefix, KeyClass.Audit),
    logsKeyArn: keys.keyArn(KeyClass.Logs),
    alertTopicArn: alerts.criticalTopicArn,
    recoveryAlertTopicArn: alerts.recoveryTopicArn,
    objectLock: config.audit.objectLock,
    phiBuckets: phiBuckets(place),
    phiTables: [storeNames(deployment).recordsTable],
    retentionDays: config.audit.retentionDays,
    archiveAfterDays: config.audit.archiveAfterDays,
    logGroupRetentionDays: config.logs.retentionDays,
    trailToCloudWatch: config.audit.trailToCloudWatch,
    logReaderRoleArns: config.audit.logReaderRoleArns,
    ...withoutUndefined({ organizationId: config.audit.organizationId }),
  }, inAccount);
}

function createBackups({ config, deployment, inAccount }: Place, { keys, alerts, network, data }: Pick<Foundation, "keys" | "alerts" | "network" | "data">): DrVault {
  return new DrVault(`${config.prefix}-backup`, {
    deployment,
    backupKeyArn: keys.keyArn(KeyClass.Backup),
    recoveryBackupKeyArn: keys.replicaKeyArn(KeyClass.Backup),
    alertTopicArn: alerts.criticalTopicArn,
    recoveryAlertTopicArn: alerts.recoveryTopicArn,
    ...backupRequest(config),
    restoreTest: {
      databaseSubnetGroupName: data.databaseSubnetGroupName,
      databaseSecurityGroupId: network.databaseSecurityGroupId,
      dataKeyArn: keys.keyArn(KeyClass.PhiData),
      recordsKeyArn: keys.keyArn(KeyClass.PhiRecords),
      auditKeyArn: keys.keyArn(KeyClass.Audit),
    },
  }, inAccount);
}
