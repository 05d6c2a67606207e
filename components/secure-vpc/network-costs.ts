/**
 * List prices in US East (N. Virginia) of June 2026, USD: AWS PrivateLink, Amazon VPC and Amazon
 * CloudWatch pricing pages. A month has 730 hours.
 */
export const PRICES_USD = {
  /** One interface endpoint in one zone, a month. */
  interfaceEndpointMonth: 7.3,
  /** A gigabyte through interface endpoints. */
  interfaceEndpointGb: 0.01,
  /** One NAT gateway, a month. */
  natGatewayMonth: 32.85,
  /** A gigabyte through NAT gateways. */
  natGatewayGb: 0.045,
  /** One public IPv4 address, which each NAT gateway has, a month. */
  publicAddressMonth: 3.65,
  /** A gigabyte of flow or DNS logs delivered to CloudWatch Logs. */
  logDeliveryGb: 0.5,
  /** A gigabyte of flow logs delivered to S3. */
  bucketDeliveryGb: 0.25,
  /** A gigabyte of compressed logs kept in CloudWatch Logs, a month. */
  logStorageGb: 0.03,
} as const;
type PricedItem = keyof typeof PRICES_USD;

/** What the cost of a network follows from. */
export interface NetworkShape {
  readonly zones: number;
  readonly natGateways: number;
  readonly interfaceEndpoints: number;
  /** Whether flow logs also go to a bucket. */
  readonly archivesFlowLogs: boolean;
  /** Days for which CloudWatch keeps flow and DNS logs. */
  readonly logRetentionDays: number;
}

/** Amounts that nobody knows before the network runs, a month. */
export interface NetworkTraffic {
  /** Through NAT gateways, gigabytes. */
  readonly natGb: number;
  /** Through interface endpoints, gigabytes. */
  readonly endpointGb: number;
  /** Of flow and DNS logs, gigabytes before compression. */
  readonly logGb: number;
}

/** One line of a network's bill. */
export interface NetworkCost {
  readonly item: PricedItem;
  readonly quantity: number;
  readonly monthlyUsd: number;
}

const DAYS_A_MONTH = 365 / 12;
/** What is kept of a gigabyte of logs after compression, as in AWS's own pricing examples. */
const COMPRESSED = 0.15;

const ITEMS: readonly PricedItem[] = [
  "natGatewayMonth", "publicAddressMonth", "natGatewayGb", "interfaceEndpointMonth", "interfaceEndpointGb", "logDeliveryGb", "logStorageGb", "bucketDeliveryGb",
];

/** What a network costs a month once its first logs expire, item by item; what it has none of is left out. */
export function networkCosts(shape: NetworkShape, traffic: NetworkTraffic): readonly NetworkCost[] {
  const quantities: Readonly<Partial<Record<PricedItem, number>>> = {
    natGatewayMonth: shape.natGateways,
    publicAddressMonth: shape.natGateways,
    natGatewayGb: shape.natGateways === 0 ? 0 : traffic.natGb,
    interfaceEndpointMonth: shape.interfaceEndpoints * shape.zones,
    interfaceEndpointGb: traffic.endpointGb,
    logDeliveryGb: traffic.logGb,
    logStorageGb: traffic.logGb * COMPRESSED * shape.logRetentionDays / DAYS_A_MONTH,
    bucketDeliveryGb: shape.archivesFlowLogs ? traffic.logGb : 0,
  };
  return ITEMS.flatMap((item) => {
    const quantity = quantities[item] ?? 0;
    return quantity === 0 ? [] : [{ item, quantity, monthlyUsd: Math.round(quantity * PRICES_USD[item] * 100) / 100 }];
  });
}
