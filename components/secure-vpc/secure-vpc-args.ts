import type * as pulumi from "@pulumi/pulumi";
import type { DatabaseEngine } from "../lib/database-engine.ts";
import type { Deployment } from "../lib/deployment.ts";
import type { NetworkDemand } from "./address-capacity.ts";
import type { NetworkUse } from "./endpoint-needs.ts";
import type { NatStrategy } from "./three-tier-vpc.ts";

export interface SecureVpcArgs {
  /** For a second network in the recovery region: a prefix of its own, and the regions exchanged. */
  readonly deployment: Deployment;
  /** Names of the availability zones, 2 to 4. */
  readonly zones: string[];
  /**
   * Range of the VPC: private, /16 to /28. Subnets are a 256th of it, so that without CIDRs for all
   * tiers it is at most /20.
   * @default "10.0.0.0/16"
   */
  readonly cidrBlock?: string;
  /**
   * CIDR of the public subnet in each zone.
   * @default 10.0.1.0/24, 10.0.2.0/24, … within 10.0.0.0/16, and the same places in another range
   */
  readonly publicCidrs?: string[];
  /**
   * CIDR of the private subnet in each zone.
   * @default 10.0.10.0/24, 10.0.11.0/24, …
   */
  readonly privateCidrs?: string[];
  /**
   * CIDR of the isolated subnet in each zone: the data tier, without a route to the internet.
   * @default 10.0.20.0/24, 10.0.21.0/24, …
   */
  readonly isolatedCidrs?: string[];
  /**
   * A range within 100.64.0.0/10 from which pods get addresses, /16 to /26.
   * @default none: pods take addresses of the private subnets
   */
  readonly podCidrBlock?: string;
  /**
   * What the cluster may grow to; refused when the subnets cannot hold it.
   * @default not checked
   */
  readonly demand?: NetworkDemand;
  /**
   * Ranges of networks that this one is or may one day be connected with, such as the one in the
   * recovery region; refused when they overlap.
   * @default []
   */
  readonly peerCidrs?: string[];
  /**
   * How private subnets reach the internet.
   * @default NatStrategy.OnePerAz
   */
  readonly natStrategy?: NatStrategy;
  /**
   * From where the web tier may be called, at most 30 ranges (S5-05); none for a network without a
   * public web tier.
   * @default ["0.0.0.0/0"]
   */
  readonly allowedCidrs?: string[];
  /**
   * Partners outside AWS that workloads call over HTTPS through NAT, /16 or narrower.
   * @default []: workloads reach AWS by endpoints, and nothing else
   */
  readonly outboundCidrs?: string[];
  /**
   * Engine of the database, whose port the data tier opens to the application tier.
   * @default DatabaseEngine.Postgres
   */
  readonly databaseEngine?: DatabaseEngine;
  /**
   * Port of the database where it is not the engine's own, 1150 to 65535.
   * @default 5432 for PostgreSQL, 3306 for MySQL
   */
  readonly databasePort?: number;
  /**
   * What runs in the network; the interface endpoints follow from it, at about 7 USD a month for
   * each in each zone.
   * @default [NetworkUse.Cluster, NetworkUse.Sessions, NetworkUse.Records, NetworkUse.Telemetry]
   */
  readonly uses?: NetworkUse[];
  /**
   * The interface endpoints one by one; refused when a service that `uses` needs is not among them.
   * @default what `uses` needs
   */
  readonly endpoints?: string[];
  /**
   * AWS services with an interface endpoint beside those, such as `sagemaker.runtime`.
   * @default []
   */
  readonly additionalEndpoints?: string[];
  /**
   * Organisation whose accounts may use the endpoints and be reached through them, such as `o-abcde12345`.
   * @default the deployment's account alone
   */
  readonly organizationId?: string;
  /**
   * Network ACLs as a second layer under the security groups (S4-24).
   * @default false
   */
  readonly enableNacls?: boolean;
  /**
   * VPC Block Public Access for the whole account and region: nothing but this network's NAT gateways
   * and public web tier reaches an internet gateway, whatever routes say. One stack of an account sets
   * it in a region; other VPCs of the account are cut off.
   * @default false
   */
  readonly blockPublicAccess?: boolean;
  /** Key for the flow and DNS logs, which CloudWatch Logs in the network's region may use. */
  readonly logsKeyArn: pulumi.Input<string>;
  /**
   * Days for which CloudWatch keeps flow and DNS logs, a term of CloudWatch Logs, at least 365.
   * @default 365
   */
  readonly flowLogRetentionDays?: number;
  /**
   * Locked bucket that keeps the flow logs as well. Its policy and key must let AWS deliver
   * (`logDelivery`) before the network is made; an output that waits for the policy sees to that.
   * @default CloudWatch alone
   */
  readonly flowLogBucketArn?: pulumi.Input<string>;
}
