import type * as pulumi from "@pulumi/pulumi";
import {
  AccountBaseline, AuditTrail, type Deployment, DrVault, keyAlias, KeyClass, KeyRing, PhiDataStore, PrivateEksCluster, replicaNames, SecureVpc, storeNames,
} from "../components/index.ts";
import type { PlatformConfig } from "./config.ts";
import { networkRequest } from "./network-request.ts";
import { nodeGroupRequest } from "./node-group-request.ts";
import { DrMode } from "./recovery-objectives.ts";

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
}

/** Creates the foundation in the order in which its components need each other. */
export function createFoundation(place: Place): Foundation {
  const { config, deployment, inAccount } = place;
  const keys = new KeyRing(`${config.prefix}-keys`, { deployment }, inAccount);
  new AccountBaseline(`${config.prefix}-account`, { deployment, dataKeyArn: keys.keyArn(KeyClass.PhiData) }, inAccount);
  const network = createNetwork(place, keys);
  const data = createStores(place, keys, network);
  return {
    keys, network, data,
    cluster: createCluster(place, keys, network),
    audit: createAudit(place, keys),
    backups: createBackups(place, keys, network, data),
  };
}

function createNetwork({ config, deployment, inAccount }: Place, keys: KeyRing): SecureVpc {
  return new SecureVpc(`${config.prefix}-network`, { deployment, logsKeyArn: keys.keyArn(KeyClass.Logs), ...networkRequest(config) }, inAccount);
}

function createCluster({ config, deployment, tags, inAccount }: Place, keys: KeyRing, network: SecureVpc): PrivateEksCluster {
  const { access, version } = config.cluster;
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
  }, inAccount);
}

function createStores({ config, deployment, inAccount }: Place, keys: KeyRing, network: SecureVpc): PhiDataStore {
  const { engine, instanceClass, storageGiB, maximumStorageGiB, proxy } = config.database;
  return new PhiDataStore(`${config.prefix}-data`, {
    deployment,
    dataKeyArn: keys.keyArn(KeyClass.PhiData),
    recordsKeyArn: keys.keyArn(KeyClass.PhiRecords),
    logsKeyArn: keys.keyArn(KeyClass.PhiData),
    secretsKeyArn: keys.keyArn(KeyClass.Secrets),
    isolatedSubnetIds: network.isolatedSubnetIds,
    databaseSecurityGroupId: network.databaseSecurityGroupId,
    database: { engine, instanceClass, storageGiB, maximumStorageGiB },
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

function createAudit({ config, deployment, inAccount }: Place, keys: KeyRing): AuditTrail {
  const stores = storeNames(deployment);
  return new AuditTrail(`${config.prefix}-audit`, {
    deployment,
    auditKeyArn: keys.keyArn(KeyClass.Audit),
    logsKeyArn: keys.keyArn(KeyClass.Logs),
    messagesKeyArn: keys.keyArn(KeyClass.Messages),
    objectLock: config.audit.objectLock,
    phiBuckets: [stores.bucket, ...(config.dr.mode === DrMode.Backup ? [] : [replicaNames(deployment).bucket])],
    phiTables: [stores.recordsTable],
    retentionDays: config.audit.retentionDays,
    archiveAfterDays: config.audit.archiveAfterDays,
    logGroupRetentionDays: config.logs.retentionDays,
  }, inAccount);
}

function createBackups({ config, deployment, inAccount }: Place, keys: KeyRing, network: SecureVpc, data: PhiDataStore): DrVault {
  return new DrVault(`${config.prefix}-backup`, {
    deployment,
    backupKeyArn: keys.keyArn(KeyClass.Backup),
    recoveryBackupKeyArn: keys.replicaKeyArn(KeyClass.Backup),
    messagesKeyArn: keys.keyArn(KeyClass.Messages),
    recoveryMessagesKeyArn: keys.replicaKeyArn(KeyClass.Messages),
    vaultLock: config.backup.lock,
    restoreTest: {
      databaseSubnetGroupName: data.databaseSubnetGroupName,
      databaseSecurityGroupId: network.databaseSecurityGroupId,
      dataKeyArn: keys.keyArn(KeyClass.PhiData),
      recordsKeyArn: keys.keyArn(KeyClass.PhiRecords),
    },
    backupEveryHours: config.backup.everyHours,
    monthlyRetentionDays: config.backup.monthlyRetentionDays,
  }, inAccount);
}
