import * as aws from "@pulumi/aws/provider.js";
import { getCallerIdentity } from "@pulumi/aws/getCallerIdentity.js";
import type * as pulumi from "@pulumi/pulumi";
import {
  AccountBaseline, AuditTrail, type Deployment, DrVault, keyAlias, KeyClass, KeyRing, PhiDataStore, PrivateEksCluster, SecureVpc, storeNames,
} from "../components/index.ts";
import type { PlatformConfig } from "./config.ts";
import { requiredTags } from "./required-tags.ts";

/** The components of one platform stack, for outputs and for what is built on them. */
export interface Platform {
  readonly deployment: Deployment;
  readonly keys: KeyRing;
  readonly network: SecureVpc;
  readonly cluster: PrivateEksCluster;
  readonly data: PhiDataStore;
  readonly audit: AuditTrail;
  readonly backups: DrVault;
}

/**
 * Wires the platform: one provider, whose default tags reach every resource, and the components in
 * the order in which they need each other. Stacks differ by configuration alone.
 */
export async function createPlatform(config: PlatformConfig): Promise<Platform> {
  const tags = requiredTags(config);
  const provider = new aws.Provider("aws", { region: config["aws:region"], defaultTags: { tags } });
  const { accountId } = await getCallerIdentity({}, { provider });
  const deployment = { prefix: config.prefix, accountId, region: config["aws:region"], recoveryRegion: config.dr.region };
  const inAccount: pulumi.ComponentResourceOptions = { providers: { aws: provider } };
  const named = (part: string): string => `${config.prefix}-${part}`;
  const stores = storeNames(deployment);

  const keys = new KeyRing(named("keys"), { deployment }, inAccount);
  new AccountBaseline(named("account"), { deployment, dataKeyArn: keys.keyArn(KeyClass.PhiData) }, inAccount);
  const network = new SecureVpc(named("network"), {
    deployment,
    zones: config.network.zones,
    cidrBlock: config.network.cidr,
    natStrategy: config.network.natGateways,
    allowedCidrs: config.network.allowedCidrs,
    logsKeyArn: keys.keyArn(KeyClass.Logs),
    flowLogRetentionDays: config.logs.retentionDays,
  }, inAccount);
  const { nodes } = config.cluster;
  const cluster = new PrivateEksCluster(named("cluster"), {
    deployment,
    vpcId: network.vpcId,
    subnetIds: network.privateSubnetIds,
    nodeSubnetIds: network.nodeSubnetIds,
    appSecurityGroupId: network.appSecurityGroupId,
    secretsKeyArn: keys.keyArn(KeyClass.Secrets),
    logsKeyArn: keys.keyArn(KeyClass.Audit),
    volumeKeyArn: keys.keyArn(KeyClass.PhiData),
    volumeKeyAlias: keyAlias(config.prefix, KeyClass.PhiData),
    kubernetesVersion: config.cluster.version,
    nodes: { instanceTypes: nodes.instanceTypes, minSize: nodes.minimum, desiredSize: nodes.desired, maxSize: nodes.maximum, diskGib: nodes.diskGiB },
    nodeTags: tags,
    logRetentionDays: config.logs.retentionDays,
  }, inAccount);
  const data = new PhiDataStore(named("data"), {
    deployment,
    dataKeyArn: keys.keyArn(KeyClass.PhiData),
    recordsKeyArn: keys.keyArn(KeyClass.PhiRecords),
    logsKeyArn: keys.keyArn(KeyClass.PhiData),
    secretsKeyArn: keys.keyArn(KeyClass.Secrets),
    isolatedSubnetIds: network.isolatedSubnetIds,
    databaseSecurityGroupId: network.databaseSecurityGroupId,
    database: config.database,
    objectLock: config.phiBucket.objectLock,
    accessLogRetentionDays: config.audit.retentionDays,
    logRetentionDays: config.logs.retentionDays,
  }, inAccount);
  const audit = new AuditTrail(named("audit"), {
    deployment,
    auditKeyArn: keys.keyArn(KeyClass.Audit),
    logsKeyArn: keys.keyArn(KeyClass.Logs),
    messagesKeyArn: keys.keyArn(KeyClass.Messages),
    objectLock: config.audit.objectLock,
    phiBuckets: [stores.bucket],
    phiTables: [stores.recordsTable],
    retentionDays: config.audit.retentionDays,
    archiveAfterDays: config.audit.archiveAfterDays,
    logGroupRetentionDays: config.logs.retentionDays,
  }, inAccount);
  const backups = new DrVault(named("backup"), {
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
  return { deployment, keys, network, cluster, data, audit, backups };
}
