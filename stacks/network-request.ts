import { NetworkUse, podDemand, type SecureVpcArgs } from "../components/index.ts";
import type { PlatformConfig } from "./config.ts";

/** What the configuration says of the network in the primary region; keys and deployment come with the stack. */
export function networkRequest(config: PlatformConfig) {
  const { account, network, cluster, dr, observability } = config;
  return {
    zones: network.zones,
    cidrBlock: network.cidr,
    podCidrBlock: network.podCidr,
    demand: podDemand([cluster.nodes, ...cluster.nodeGroups].map(({ instanceTypes, maximum }) => ({ instanceTypes, maxSize: maximum })), true),
    peerCidrs: dr.network === undefined ? [] : [dr.network.cidr],
    natStrategy: network.natGateways,
    outboundCidrs: network.outboundCidrs,
    blockPublicAccess: network.blockPublicAccess,
    additionalEndpoints: network.additionalEndpoints,
    ...tiersOf(network),
    uses: [
      NetworkUse.Cluster, NetworkUse.Sessions, NetworkUse.Records, NetworkUse.Telemetry, ...(account.managedHere ? [NetworkUse.ThreatDetection] : []),
      ...(observability.managedGrafana ? [NetworkUse.Grafana] : []),
    ],
    ...sharedBy(config),
  } satisfies Partial<SecureVpcArgs>;
}

/** The same of the network in the recovery region. */
export function recoveryNetworkRequest(config: PlatformConfig, { cidr, zones, podCidr }: NonNullable<PlatformConfig["dr"]["network"]>) {
  return { zones, cidrBlock: cidr, podCidrBlock: podCidr, peerCidrs: [config.network.cidr], ...sharedBy(config) } satisfies Partial<SecureVpcArgs>;
}

/** Ranges of the subnets, where the configuration lays them out itself. */
function tiersOf({ publicCidrs, privateCidrs, isolatedCidrs }: PlatformConfig["network"]) {
  return {
    ...(publicCidrs === undefined ? {} : { publicCidrs }), ...(privateCidrs === undefined ? {} : { privateCidrs }), ...(isolatedCidrs === undefined ? {} : { isolatedCidrs }),
  } satisfies Partial<SecureVpcArgs>;
}

function sharedBy({ network, database, logs, organizationId }: PlatformConfig) {
  return {
    allowedCidrs: network.allowedCidrs,
    databaseEngine: database.engine,
    enableNacls: network.acls,
    flowLogRetentionDays: logs.retentionDays,
    ...(organizationId === undefined ? {} : { organizationId }),
    ...(database.port === undefined ? {} : { databasePort: database.port }),
  } satisfies Partial<SecureVpcArgs>;
}
