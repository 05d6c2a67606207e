import type { NetworkSettings } from "./network-settings.ts";

/** Port of the application (S4-18). */
export const APPLICATION_PORT = 8080;

/** The four groups of the network. */
export const TIER_GROUPS = {
  web: "Public load balancers: HTTPS from allowed addresses",
  app: "Workloads: the application port from the web tier only",
  db: "Databases: the port of the engine, from the app tier only",
  endpoints: "Interface endpoints: HTTPS from the app tier",
} as const;
export type TierGroup = keyof typeof TIER_GROUPS;

/** Other side of a rule: a range, one of the groups, or a service's gateway endpoint. */
export type Peer =
  | { readonly cidr: string }
  | { readonly group: TierGroup }
  | { readonly gateway: "s3" | "dynamodb" };

/** One rule of one group: TCP, one port, one peer. */
export interface TierRule {
  /** Part of the rule's logical name; never changes for a rule. */
  readonly key: string;
  readonly group: TierGroup;
  readonly direction: "ingress" | "egress";
  readonly port: number;
  readonly peer: Peer;
  /** Why the port is open; at most 255 characters that EC2 takes in a description. */
  readonly reason: string;
}

/**
 * Every rule of the tiers (S4-15 to S4-22). What is not here is closed: no group has an open egress,
 * workloads reach named partners only, the database and the endpoints nobody, and nothing opens SSH (S4-23).
 */
export function tierRules({ allowedCidrs, databasePort, outboundCidrs }: Pick<NetworkSettings, "allowedCidrs" | "databasePort" | "outboundCidrs">): readonly TierRule[] {
  return [
    ...allowedCidrs.flatMap((cidr): readonly TierRule[] => [
      { key: `web-https-from-${nameOf(cidr)}`, group: "web", direction: "ingress", port: 443, peer: { cidr }, reason: "HTTPS from allowed addresses" },
      { key: `web-http-from-${nameOf(cidr)}`, group: "web", direction: "ingress", port: 80, peer: { cidr }, reason: "HTTP, only to be redirected to HTTPS" },
    ]),
    { key: "web-to-app", group: "web", direction: "egress", port: APPLICATION_PORT, peer: { group: "app" }, reason: "Requests to the application" },
    { key: "app-from-web", group: "app", direction: "ingress", port: APPLICATION_PORT, peer: { group: "web" }, reason: "Requests from the web tier" },
    { key: "app-to-db", group: "app", direction: "egress", port: databasePort, peer: { group: "db" }, reason: "Queries to the database" },
    { key: "app-to-endpoints", group: "app", direction: "egress", port: 443, peer: { group: "endpoints" }, reason: "AWS services through interface endpoints" },
    { key: "app-to-s3", group: "app", direction: "egress", port: 443, peer: { gateway: "s3" }, reason: "S3 through its gateway endpoint" },
    { key: "app-to-dynamodb", group: "app", direction: "egress", port: 443, peer: { gateway: "dynamodb" }, reason: "DynamoDB through its gateway endpoint" },
    ...outboundCidrs.map((cidr): TierRule => ({ key: `app-to-${nameOf(cidr)}`, group: "app", direction: "egress", port: 443, peer: { cidr }, reason: "Partners outside AWS, through NAT" })),
    { key: "db-from-app", group: "db", direction: "ingress", port: databasePort, peer: { group: "app" }, reason: "Queries from the application" },
    { key: "endpoints-from-app", group: "endpoints", direction: "ingress", port: 443, peer: { group: "app" }, reason: "Calls of workloads to AWS services" },
  ];
}

function nameOf(cidr: string): string {
  return cidr.replace("/", "-");
}
