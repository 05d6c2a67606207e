import * as aws from "@pulumi/aws/provider.js";
import { keyAlias, KeyClass, NatStrategy, PhiReplica, PrivateEksCluster, RegionFailover, SecureVpc } from "../components/index.ts";
import type { PlatformConfig } from "./config.ts";
import { isAurora, replicaRequest } from "./database-request.ts";
import type { Foundation, Place } from "./foundation.ts";
import { recoveryNetworkRequest } from "./network-request.ts";
import { nodeGroupRequest } from "./node-group-request.ts";
import { DrMode } from "./recovery-objectives.ts";

type RecoveryNetwork = NonNullable<PlatformConfig["dr"]["network"]>;

/** What stands ready in the recovery region. */
export interface RecoveryRegion {
  readonly network: SecureVpc;
  readonly cluster: PrivateEksCluster;
  readonly replica: PhiReplica;
  readonly failover: RegionFailover;
}

/**
 * Creates what `dr.mode` keeps ready in the recovery region: a network, a cluster (without nodes for
 * pilotLight, with the fewest for warmStandby) and the replicas of the PHI stores. Nothing for backup,
 * whose copies are the vaults'. `network` is the recovery network's range and zones.
 */
export function createRecoveryRegion(place: Place, foundation: Foundation, network: RecoveryNetwork): RecoveryRegion {
  const { keys, alerts, audit, data } = foundation;
  const { config, tags } = place;
  const { prefix } = config;
  const standby = config.dr.mode === DrMode.PilotLight;
  const provider = new aws.Provider("aws-recovery", { region: config.dr.region, defaultTags: { tags } });
  const inRecovery = { providers: { aws: provider } };
  // Names of IAM roles are one space for all regions, so the second region has a prefix of its own.
  const deployment = { ...place.deployment, prefix: `${prefix}-dr`, region: config.dr.region, recoveryRegion: config["aws:region"] };

  const recoveryNetwork = new SecureVpc(`${prefix}-dr-network`, {
    deployment,
    logsKeyArn: keys.replicaKeyArn(KeyClass.Logs),
    flowLogBucketArn: audit.recoveryFlowLogBucketArn,
    // A standby cluster starts its nodes through endpoints; gateways cost as much as a small node.
    natStrategy: standby ? NatStrategy.None : NatStrategy.Single,
    ...recoveryNetworkRequest(config, network),
  }, inRecovery);
  const { version } = config.cluster;
  const cluster = new PrivateEksCluster(`${prefix}-dr-cluster`, {
    deployment,
    vpcId: recoveryNetwork.vpcId,
    subnetIds: recoveryNetwork.privateSubnetIds,
    nodeSubnetIds: recoveryNetwork.nodeSubnetIds,
    podSubnetIds: recoveryNetwork.podSubnetIds,
    nodesWaitFor: recoveryNetwork.privateRouteIds,
    appSecurityGroupId: recoveryNetwork.appSecurityGroupId,
    secretsKeyArn: keys.replicaKeyArn(KeyClass.Secrets),
    logsKeyArn: keys.replicaKeyArn(KeyClass.Audit),
    workloadLogsKeyArn: keys.replicaKeyArn(KeyClass.Logs),
    volumeKeyArn: keys.replicaKeyArn(KeyClass.PhiData),
    volumeKeyAlias: keyAlias(prefix, KeyClass.PhiData),
    kubernetesVersion: version,
    standby,
    ...nodeGroupRequest(config),
    nodeTags: tags,
    logRetentionDays: config.logs.retentionDays,
  }, inRecovery);
  const replica = new PhiReplica(`${prefix}-replica`, {
    deployment: place.deployment,
    dataKeyAlias: keyAlias(prefix, KeyClass.PhiData),
    dataKeyArn: keys.replicaKeyArn(KeyClass.PhiData),
    logsKeyArn: keys.replicaKeyArn(KeyClass.PhiData),
    secretsKeyArn: keys.replicaKeyArn(KeyClass.Secrets),
    alertTopicArn: alerts.criticalTopicArn,
    recoveryAlertTopicArn: alerts.recoveryTopicArn,
    sourceBucketName: data.bucketName,
    sourceDatabaseArn: data.databaseArn,
    database: replicaRequest(config),
    zones: network.zones,
    ...(isAurora(config) ? { globalDatabase: { id: data.globalDatabaseId, version: data.globalDatabaseVersion } } : {}),
    isolatedSubnetIds: recoveryNetwork.isolatedSubnetIds,
    databaseSecurityGroupId: recoveryNetwork.databaseSecurityGroupId,
    objectLock: config.phiBucket.objectLock,
    promoted: config.dr.activeRegion === config.dr.region,
    accessLogRetentionDays: config.audit.retentionDays,
    logRetentionDays: config.logs.retentionDays,
  }, place.inAccount);
  const parts = { network: recoveryNetwork, cluster, replica };
  return { ...parts, failover: createFailover(place, foundation, parts) };
}

/** Names that point to the region that serves, for workloads of both networks. */
function createFailover({ config, deployment, inAccount }: Place, { alerts, data, network }: Foundation, recovery: Pick<RecoveryRegion, "network" | "replica">): RegionFailover {
  return new RegionFailover(`${config.prefix}-failover`, {
    deployment,
    vpcId: network.vpcId,
    recoveryVpcId: recovery.network.vpcId,
    database: { endpoint: data.databaseEndpoint, recoveryEndpoint: recovery.replica.databaseEndpoint, cluster: isAurora(config) },
    alertTopicArn: alerts.criticalTopicArn,
    recoveryAlertTopicArn: alerts.recoveryTopicArn,
    ...(config.dr.activeRegion === undefined ? {} : { activeRegion: config.dr.activeRegion }),
  }, inAccount);
}
