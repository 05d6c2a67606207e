import { networkShape } from "../../components/index.ts";
import type { PlatformConfig } from "../config.ts";
import { networkRequest, recoveryNetworkRequest } from "../network-request.ts";
import { type CostItem, priced } from "./cost-item.ts";
import { logs } from "./log-cost.ts";

type RecoveryNetwork = NonNullable<PlatformConfig["dr"]["network"]>;

/** The network in the primary region. */
export function networkCost(config: PlatformConfig): readonly CostItem[] {
  const { load } = config;
  const shape = networkShape({ deployment: { region: config["aws:region"] }, ...networkRequest(config) });
  return [
    priced("NAT gateways", shape.natGateways, "natGateway"), priced("their public addresses", shape.natGateways, "publicAddress"),
    priced("traffic through NAT", shape.natGateways === 0 ? 0 : load.natGB, "natGigabyte"),
    priced(`interface endpoints, ${String(shape.interfaceEndpoints)} in ${String(shape.zones)} zones`, shape.interfaceEndpoints * shape.zones, "interfaceEndpoint"),
    priced("traffic through endpoints", load.endpointGB, "endpointGigabyte"),
    ...flowLogs(config, load.flowLogGB),
  ];
}

/** Interface endpoints of the network in the recovery region, one for each zone. */
export function recoveryEndpoints(config: PlatformConfig, network: RecoveryNetwork): { readonly endpoints: number; readonly zones: number } {
  const { interfaceEndpoints, zones } = networkShape({ deployment: { region: config.dr.region }, ...recoveryNetworkRequest(config, network) });
  return { endpoints: interfaceEndpoints, zones };
}

/** Flow logs in CloudWatch, with the DNS log, and once more in the audit log's bucket. */
export function flowLogs(config: PlatformConfig, gigabytes: number): readonly CostItem[] {
  return [...logs("flow and DNS logs", gigabytes, config.logs.retentionDays), priced("flow logs in the audit bucket", gigabytes, "deliveredLogGigabyte")];
}
