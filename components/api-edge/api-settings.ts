import type * as pulumi from "@pulumi/pulumi";

/** The way from the API to the cluster: VPC link, internal load balancer, target group. */
export interface ApiBackend {
  /** VPC of the cluster. */
  readonly vpcId: pulumi.Input<string>;
  /** Private subnets of the link and the load balancer, one per zone. */
  readonly subnetIds: pulumi.Input<string>[];
  /** Security group of the workloads; it is opened to the load balancer on `port`. */
  readonly workloadSecurityGroupId: pulumi.Input<string>;
  /**
   * Port on which the workloads end TLS, 1024 to 65535.
   * @default 8443
   */
  readonly port?: number;
  /**
   * Path that answers 200 over HTTPS when a workload is well.
   * @default "/healthz"
   */
  readonly healthCheckPath?: string;
  /**
   * Name in the certificate that API Gateway is shown; no address record is needed.
   * @default "records.<prefix>.internal"
   */
  readonly hostName?: string;
  /**
   * ACM certificate of `hostName` with which the load balancer ends TLS and begins it anew to the workloads.
   * @default the load balancer passes TLS through to the workloads, whose certificate comes from the
   * cluster's own authority: API Gateway checks its name and time, not who issued it
   */
  readonly certificateArn?: string;
}

/** A domain of one's own for the API. The address that AWS gives is then closed. */
export interface ApiDomain {
  /** Such as `api.example.org`. */
  readonly name: string;
  /** Issued ACM certificate of the domain, in the API's region. */
  readonly certificateArn: string;
  /**
   * Route 53 zone in which the domain is pointed to the API.
   * @default none: point the domain to the output `domainTarget` yourself
   */
  readonly hostedZoneId?: string;
}

/** What the API takes where nothing else is said. */
export const THROTTLE = { ratePerSecond: 100, burst: 200 } as const;

/** How many requests the API takes, all callers together. */
export interface ApiThrottle {
  /**
   * Requests a second, 1 to 10,000.
   * @default 100
   */
  readonly ratePerSecond?: number;
  /**
   * Requests at once above that, 1 to 5,000.
   * @default 200
   */
  readonly burst?: number;
}
