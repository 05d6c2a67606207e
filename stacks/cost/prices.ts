/**
 * AWS list prices in USD, us-east-1, without discounts or free tiers, as known on `PRICES_DATE`.
 * Other regions differ by some percent. The estimate is for planning; the bill is AWS's.
 */
export const PRICES_DATE = "2026-11-22";

/** Hours of a month, as AWS's calculator counts them. */
export const HOURS_PER_MONTH = 730;

/** Price of one unit, and what the unit is; `hour` units are bought for whole months here. */
export const PRICES = {
  kmsKey: { usd: 1, unit: "key-month" },
  natGateway: { usd: 0.045 * HOURS_PER_MONTH, unit: "gateway-month" },
  natGigabyte: { usd: 0.045, unit: "GB" },
  publicAddress: { usd: 0.005 * HOURS_PER_MONTH, unit: "address-month" },
  interfaceEndpoint: { usd: 0.01 * HOURS_PER_MONTH, unit: "endpoint and zone-month" },
  regionTransfer: { usd: 0.02, unit: "GB" },
  logGigabyte: { usd: 0.5, unit: "GB" },
  logStorage: { usd: 0.03, unit: "GB-month" },
  deliveredLogGigabyte: { usd: 0.25, unit: "GB" },
  metric: { usd: 0.3, unit: "metric-month" },
  alarm: { usd: 0.1, unit: "alarm-month" },
  dashboard: { usd: 3, unit: "dashboard-month" },
  eksControlPlane: { usd: 0.1 * HOURS_PER_MONTH, unit: "cluster-month" },
  gp3Volume: { usd: 0.08, unit: "GB-month" },
  databaseStorage: { usd: 0.115, unit: "GB-month" },
  databaseSnapshot: { usd: 0.095, unit: "GB-month" },
  databaseProxyVcpu: { usd: 0.015 * HOURS_PER_MONTH, unit: "vCPU-month" },
  auroraCapacityUnit: { usd: 0.12 * HOURS_PER_MONTH, unit: "ACU-month" },
  auroraStorage: { usd: 0.1, unit: "GB-month" },
  auroraReplicatedWrites: { usd: 0.2, unit: "million writes" },
  s3Standard: { usd: 0.023, unit: "GB-month" },
  s3InfrequentAccess: { usd: 0.0125, unit: "GB-month" },
  s3ReplicationTimeControl: { usd: 0.015, unit: "GB" },
  tableStorage: { usd: 0.25, unit: "GB-month" },
  tableWrites: { usd: 0.625, unit: "million writes" },
  tableReads: { usd: 0.125, unit: "million reads" },
  tableRecovery: { usd: 0.2, unit: "GB-month" },
  secret: { usd: 0.4, unit: "secret-month" },
  imageStorage: { usd: 0.1, unit: "GB-month" },
  healthCheck: { usd: 1, unit: "check-month" },
  hostedZone: { usd: 0.5, unit: "zone-month" },
  loadBalancer: { usd: 0.0225 * HOURS_PER_MONTH, unit: "load balancer-month" },
  backupWarm: { usd: 0.05, unit: "GB-month" },
  tableBackup: { usd: 0.1, unit: "GB-month" },
  restoreTest: { usd: 10 / 3, unit: "type-month" },
  trailDataEvents: { usd: 1, unit: "million events" },
  apiRequests: { usd: 3.5, unit: "million requests" },
  webAcl: { usd: 5, unit: "ACL-month" },
  webAclRule: { usd: 1, unit: "rule-month" },
  configItem: { usd: 0.003, unit: "item" },
  configEvaluation: { usd: 0.001, unit: "evaluation" },
  athenaTerabyte: { usd: 5, unit: "TB scanned" },
} as const satisfies Readonly<Record<string, { readonly usd: number; readonly unit: string }>>;

export type PriceName = keyof typeof PRICES;

/** On-demand Linux price of an hour. */
export const INSTANCE_HOUR: Readonly<Record<string, number>> = {
  "t3.medium": 0.0416, "t3.large": 0.0832, "t3.xlarge": 0.1664, "t4g.nano": 0.0042, "t4g.micro": 0.0084, "t4g.small": 0.0168, "t4g.medium": 0.0336, "t4g.large": 0.0672, "t4g.xlarge": 0.1344,
  "m6g.large": 0.077, "m6g.xlarge": 0.154, "m6g.2xlarge": 0.308, "m6i.large": 0.096, "m6i.xlarge": 0.192, "m6i.2xlarge": 0.384,
  "m7g.medium": 0.0408, "m7g.large": 0.0816, "m7g.xlarge": 0.1632, "m7g.2xlarge": 0.3264, "m7g.4xlarge": 0.6528,
  "m7i.large": 0.1008, "m7i.xlarge": 0.2016, "m7i.2xlarge": 0.4032, "m7i.4xlarge": 0.8064, "m7a.large": 0.11592, "m7a.xlarge": 0.23184,
  "c7g.large": 0.0725, "c7g.xlarge": 0.145, "c7g.2xlarge": 0.29, "c7i.large": 0.08925, "c7i.xlarge": 0.1785,
  "r7g.large": 0.1071, "r7g.xlarge": 0.2142, "r7g.2xlarge": 0.4284, "r7i.large": 0.1323, "r7i.xlarge": 0.2646,
};

/** Single-zone price of an hour of RDS for PostgreSQL or MySQL; two zones cost twice as much. */
export const DATABASE_HOUR: Readonly<Record<string, number>> = {
  "db.t3.medium": 0.072, "db.t3.large": 0.145, "db.t4g.medium": 0.065, "db.t4g.large": 0.129, "db.t4g.xlarge": 0.258,
  "db.m6g.large": 0.159, "db.m6g.xlarge": 0.318, "db.m6g.2xlarge": 0.636, "db.m6i.large": 0.178, "db.m6i.xlarge": 0.356, "db.m6i.2xlarge": 0.712,
  "db.m7g.large": 0.168, "db.m7g.xlarge": 0.337, "db.m7g.2xlarge": 0.674, "db.m7g.4xlarge": 1.348,
  "db.r6g.large": 0.225, "db.r6g.xlarge": 0.45, "db.r6g.2xlarge": 0.899, "db.r7g.large": 0.239, "db.r7g.xlarge": 0.478, "db.r7g.2xlarge": 0.957,
};
