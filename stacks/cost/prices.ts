/**
 * AWS list prices in USD, us-east-1, without discounts and free tiers, as known on `PRICES_DATE`.
 * Other regions differ by some percent. The estimate is for planning; the bill is AWS's.
 *
 * Each group names its page under aws.amazon.com. A price marked "recalled" was written from memory and
 * not compared with a page that quotes it; look at those first when the file is brought up to date.
 */
export const PRICES_DATE = "2026-11-22";

/** Hours of a month, as AWS's calculator counts them. */
export const HOURS_PER_MONTH = 730;

/** Price of one unit, and what the unit is; what is billed by the hour is priced for whole months here. */
export const PRICES = {
  // /kms/pricing; requests recalled
  kmsKey: { usd: 1, unit: "key-month" },
  kmsRequests: { usd: 3, unit: "million requests" },

  // /vpc/pricing, /privatelink/pricing, /ec2/pricing/on-demand (data transfer); data through an endpoint and to the internet recalled
  natGateway: { usd: 0.045 * HOURS_PER_MONTH, unit: "gateway-month" },
  natGigabyte: { usd: 0.045, unit: "GB" },
  publicAddress: { usd: 0.005 * HOURS_PER_MONTH, unit: "address-month" },
  interfaceEndpoint: { usd: 0.01 * HOURS_PER_MONTH, unit: "endpoint and zone-month" },
  endpointGigabyte: { usd: 0.01, unit: "GB" },
  regionTransfer: { usd: 0.02, unit: "GB" },
  internetGigabyte: { usd: 0.09, unit: "GB" },

  // /cloudwatch/pricing; storage, masking, observations and canaries recalled
  logGigabyte: { usd: 0.5, unit: "GB" },
  logStorage: { usd: 0.03, unit: "GB-month" },
  deliveredLogGigabyte: { usd: 0.25, unit: "GB" },
  maskedLogGigabyte: { usd: 0.12, unit: "GB" },
  metric: { usd: 0.3, unit: "metric-month" },
  alarm: { usd: 0.1, unit: "alarm-month" },
  dashboard: { usd: 3, unit: "dashboard-month" },
  observations: { usd: 0.21, unit: "million observations" },
  canaryRun: { usd: 0.0012, unit: "run" },

  // /grafana/pricing: for each person who signs in during the month; a workspace is billed for one editor at least
  grafanaEditor: { usd: 9, unit: "editor" },
  grafanaViewer: { usd: 5, unit: "viewer" },

  // /prometheus/pricing, /xray/pricing; both recalled
  metricSamples: { usd: 0.09, unit: "million samples" },
  traces: { usd: 5, unit: "million traces" },

  // /eks/pricing, /ebs/pricing
  eksControlPlane: { usd: 0.1 * HOURS_PER_MONTH, unit: "cluster-month" },
  gp3Volume: { usd: 0.08, unit: "GB-month" },

  // /rds/postgresql/pricing, /rds/aurora/pricing; storage of Aurora, its writes and backups recalled
  databaseStorage: { usd: 0.115, unit: "GB-month" },
  databaseSnapshot: { usd: 0.095, unit: "GB-month" },
  databaseProxyVcpu: { usd: 0.015 * HOURS_PER_MONTH, unit: "vCPU-month" },
  auroraCapacityUnit: { usd: 0.12 * HOURS_PER_MONTH, unit: "ACU-month" },
  auroraStorage: { usd: 0.1, unit: "GB-month" },
  auroraWrites: { usd: 0.2, unit: "million writes" },
  auroraSnapshot: { usd: 0.021, unit: "GB-month" },

  // /s3/pricing; all but Standard recalled
  s3Standard: { usd: 0.023, unit: "GB-month" },
  s3Deliveries: { usd: 0.005, unit: "thousand objects" },
  s3InfrequentAccess: { usd: 0.0125, unit: "GB-month" },
  s3ReplicationTimeControl: { usd: 0.015, unit: "GB" },

  // /dynamodb/pricing/on-demand; recalled
  tableStorage: { usd: 0.25, unit: "GB-month" },
  tableWrites: { usd: 0.625, unit: "million writes" },
  tableReads: { usd: 0.125, unit: "million reads" },
  tableRecovery: { usd: 0.2, unit: "GB-month" },

  // /secrets-manager/pricing, /ecr/pricing, /route53/pricing (checks of an alarm or inside AWS, recalled), /elasticloadbalancing/pricing
  secret: { usd: 0.4, unit: "secret-month" },
  imageStorage: { usd: 0.1, unit: "GB-month" },
  healthCheck: { usd: 0.5, unit: "check-month" },
  hostedZone: { usd: 0.5, unit: "zone-month" },
  loadBalancer: { usd: 0.0225 * HOURS_PER_MONTH, unit: "load balancer-month" },

  // /backup/pricing; restores and their tests recalled
  backupWarm: { usd: 0.05, unit: "GB-month" },
  tableBackup: { usd: 0.1, unit: "GB-month" },
  volumeSnapshot: { usd: 0.05, unit: "GB-month" },
  restoreTest: { usd: 1.5, unit: "recovery point" },
  restoredGigabyte: { usd: 0.02, unit: "GB" },
  restoredTableGigabyte: { usd: 0.15, unit: "GB" },

  // /cloudtrail/pricing, /athena/pricing
  trailDataEvents: { usd: 1, unit: "million events" },
  athenaTerabyte: { usd: 5, unit: "TB scanned" },

  // /api-gateway/pricing, /waf/pricing, /cloudfront/pricing, /cognito/pricing; requests of CloudFront recalled
  apiRequests: { usd: 3.5, unit: "million requests" },
  webAcl: { usd: 5, unit: "ACL-month" },
  webAclRule: { usd: 1, unit: "rule-month" },
  firewallRequests: { usd: 0.6, unit: "million requests" },
  contentGigabyte: { usd: 0.085, unit: "GB" },
  contentRequests: { usd: 1, unit: "million requests" },
  activeUser: { usd: 0.02, unit: "user" },

  // /lambda/pricing, on Graviton; recalled
  functionSeconds: { usd: 0.0133334, unit: "thousand GB-seconds" },

  // /guardduty/pricing; all but management events, flow logs and vCPUs recalled
  guardManagementEvents: { usd: 4, unit: "million events" },
  guardLogGigabyte: { usd: 1, unit: "GB" },
  guardObjectEvents: { usd: 0.8, unit: "million events" },
  guardClusterEvents: { usd: 1.6, unit: "million events" },
  guardRuntime: { usd: 1.5, unit: "vCPU-month" },
  guardDatabase: { usd: 1, unit: "vCPU-month" },
  malwareGigabyte: { usd: 0.09, unit: "GB" },
  malwareObjects: { usd: 0.215, unit: "thousand objects" },

  // /security-hub/pricing, /macie/pricing, /inspector/pricing, /iam/access-analyzer/pricing; Macie and Inspector recalled
  securityCheck: { usd: 0.001, unit: "check" },
  macieBucket: { usd: 0.1, unit: "bucket-month" },
  macieGigabyte: { usd: 1, unit: "GB" },
  inspectedInstance: { usd: 1.2528, unit: "instance-month" },
  inspectedImage: { usd: 0.09, unit: "image" },
  inspectedFunction: { usd: 0.3, unit: "function-month" },
  analyzedIdentity: { usd: 0.2, unit: "role or user-month" },

  // /config/pricing
  configItem: { usd: 0.003, unit: "item" },
  configEvaluation: { usd: 0.001, unit: "evaluation" },
} as const satisfies Readonly<Record<string, { readonly usd: number; readonly unit: string }>>;

export type PriceName = keyof typeof PRICES;

/** On-demand Linux price of an hour: /ec2/pricing/on-demand. */
export const INSTANCE_HOUR: Readonly<Record<string, number>> = {
  "t3.medium": 0.0416, "t3.large": 0.0832, "t3.xlarge": 0.1664, "t4g.nano": 0.0042, "t4g.micro": 0.0084, "t4g.small": 0.0168, "t4g.medium": 0.0336, "t4g.large": 0.0672, "t4g.xlarge": 0.1344,
  "m6g.large": 0.077, "m6g.xlarge": 0.154, "m6g.2xlarge": 0.308, "m6i.large": 0.096, "m6i.xlarge": 0.192, "m6i.2xlarge": 0.384,
  "m7g.medium": 0.0408, "m7g.large": 0.0816, "m7g.xlarge": 0.1632, "m7g.2xlarge": 0.3264, "m7g.4xlarge": 0.6528,
  "m7i.large": 0.1008, "m7i.xlarge": 0.2016, "m7i.2xlarge": 0.4032, "m7i.4xlarge": 0.8064, "m7a.large": 0.11592, "m7a.xlarge": 0.23184,
  "c7g.large": 0.0725, "c7g.xlarge": 0.145, "c7g.2xlarge": 0.29, "c7i.large": 0.08925, "c7i.xlarge": 0.1785,
  "r7g.large": 0.1071, "r7g.xlarge": 0.2142, "r7g.2xlarge": 0.4284, "r7i.large": 0.1323, "r7i.xlarge": 0.2646,
};

/** What a spot instance costs of the on-demand price. AWS says "up to 90 % off"; general-purpose types are seldom below a third for long. */
export const SPOT_SHARE = 0.4;

/** Single-zone price of an hour of RDS for PostgreSQL or MySQL; two zones cost twice as much: /rds/postgresql/pricing. */
export const DATABASE_HOUR: Readonly<Record<string, number>> = {
  "db.t3.medium": 0.072, "db.t3.large": 0.145, "db.t4g.medium": 0.065, "db.t4g.large": 0.129, "db.t4g.xlarge": 0.258,
  "db.m6g.large": 0.159, "db.m6g.xlarge": 0.318, "db.m6g.2xlarge": 0.636, "db.m6i.large": 0.178, "db.m6i.xlarge": 0.356, "db.m6i.2xlarge": 0.712,
  "db.m7g.large": 0.168, "db.m7g.xlarge": 0.337, "db.m7g.2xlarge": 0.674, "db.m7g.4xlarge": 1.348,
  "db.r6g.large": 0.225, "db.r6g.xlarge": 0.45, "db.r6g.2xlarge": 0.899, "db.r7g.large": 0.239, "db.r7g.xlarge": 0.478, "db.r7g.2xlarge": 0.957,
};

/** Price of an hour of an instance of Aurora PostgreSQL, each in a zone of its own: /rds/aurora/pricing, recalled. */
export const AURORA_HOUR: Readonly<Record<string, number>> = {
  "db.t3.medium": 0.082, "db.t3.large": 0.164, "db.t4g.medium": 0.073, "db.t4g.large": 0.146,
  "db.r6g.large": 0.26, "db.r6g.xlarge": 0.519, "db.r6g.2xlarge": 1.038, "db.r6i.large": 0.29, "db.r6i.xlarge": 0.58,
  "db.r7g.large": 0.276, "db.r7g.xlarge": 0.553, "db.r7g.2xlarge": 1.106,
};
