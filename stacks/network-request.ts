import { NetworkUse, podDemand, type SecureVpcArgs } from "../components/index.ts";
import type { PlatformConfig } from "./config.ts";

/** What the configuration says of the network in the primary region; keys and deployment come with the stack. */
export function networkRequest(config: PlatformConfig) {
  const { account, network, cluster, dr } = config;
  return {
    zones: network.zones,
    cidrBlock: network.cidr,
    podCidrBlock: network.podCidr,
    demand: podDemand([cluster.nodes, ...cluster.nodeGroups].map(({ instanceTypes, maximum }) => ({ instanceTypes, maxSize: maximum })), true),
    peerCidrs: dr.network === undefined ? [] : [dr.network.cidr],
    natStrategy: network.natGateways,
    outboundCidrs: network.outboundCidrs,
    blockPublicAccess: network.blockPublicAccess,
    uses: [
      NetworkUse.Cluster, NetworkUse.Sessions, NetworkUse.Records, NetworkUse.Telemetry, ...(account.managedHere ? [NetworkUse.ThreatDetection] : []),
    ],
    ...sharedBy(config),
  } satisfies Partial<SecureVpcArgs>;
}

/** The same of the network in the recovery region. */
export function recoveryNetworkRequest(config: PlatformConfig, { cidr, zones, podCidr }: NonNullable<PlatformConfig["dr"]["network"]>) {
  return { zones, cidrBlock: cidr, podCidrBlock: podCidr, peerCidrs: [config.network.cidr], ...sharedBy(config) } satisfies Partial<SecureVpcArgs>;
}

function sharedBy({ network, database, logs, organizationId }: PlatformConfig) {
  return {
    allowedCidrs: network.allowedCidrs,
    databaseEngine: database.engine,
    enableNacls: network.acls,
    flowLogRetentionDays: logs.retentionDays,
    ...(organizationId === undefined ? {} : { organizationId }),
  } satisfies Partial<SecureVpcArgs>;
}
