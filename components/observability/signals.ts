import type * as pulumi from "@pulumi/pulumi";

/** The REST API that clients call (S1-43, S1-44). */
export interface ApiSignals {
  /** Name of the API, as its metrics carry it. */
  readonly apiName: pulumi.Input<string>;
  /** Stage that clients call. */
  readonly stageName: pulumi.Input<string>;
  /**
   * Milliseconds that 99 of 100 requests may take.
   * @default 1000
   */
  readonly latencyMs?: number;
  /**
   * Percent of requests that may fail on our side, 0.01 to 100.
   * @default 1
   */
  readonly errorPercent?: number;
}

/** The load balancer in front of the workloads. */
export interface LoadBalancerSignals {
  /** The balancer as its metrics name it, such as `net/hipaa-dev/0123456789abcdef`. */
  readonly loadBalancer: pulumi.Input<string>;
  /** The group of targets as its metrics name it, such as `targetgroup/hipaa-dev/0123456789abcdef`. */
  readonly targetGroup: pulumi.Input<string>;
  /** Whether it balances connections (network) and not requests (application). @default true */
  readonly network?: boolean;
}

/** The database (S1-46). */
export interface DatabaseSignals {
  /** Identifier of the instance, or of the Aurora cluster, whose writer is then watched, whichever instance that is. */
  readonly identifier: pulumi.Input<string>;
  /**
   * Whether it is a cluster of Aurora.
   * @default false
   */
  readonly aurora?: boolean;
  /**
   * Allocated storage in GiB; an alarm is raised when less than a tenth of it is free. Needed but for Aurora.
   * @default none: the storage of Aurora grows by itself
   */
  readonly storageGib?: number;
  /**
   * Connections that the instance takes; an alarm is raised at four fifths.
   * @default 400, what PostgreSQL takes with 4 GiB of memory
   */
  readonly connectionLimit?: number;
  /**
   * Identifier of the replica in the recovery region, for the dashboard.
   * @default no replica
   */
  readonly replicaIdentifier?: string;
}

/** The cluster (S1-45, S2-57); node metrics come from the CloudWatch agent on the nodes. */
export interface ClusterSignals {
  /** Name of the cluster. */
  readonly clusterName: pulumi.Input<string>;
}

/** Sign-ins to the application (S1-47). */
export interface SignInSignals {
  /** Id of the Cognito pool. */
  readonly userPoolId: pulumi.Input<string>;
  /** Id of the application's client in the pool. */
  readonly clientId: pulumi.Input<string>;
}

/** What there is to watch; alarms and dashboards exist for what is given. */
export interface Signals {
  /** @default no API */
  readonly api?: ApiSignals;
  /** @default no load balancer */
  readonly loadBalancer?: LoadBalancerSignals;
  /** @default no database */
  readonly database?: DatabaseSignals;
  /** @default no cluster */
  readonly cluster?: ClusterSignals;
  /**
   * Ids of NAT gateways.
   * @default none
   */
  readonly natGatewayIds?: pulumi.Input<string>[];
  /** @default no sign-ins; the alarm on failed ones belongs to the Identity component */
  readonly signIns?: SignInSignals;
  /**
   * Names of DynamoDB tables.
   * @default none
   */
  readonly tables?: string[];
  /**
   * Names of Lambda functions.
   * @default none
   */
  readonly functions?: string[];
}
