import { Zone } from "@pulumi/aws/route53/zone.js";
import * as pulumi from "@pulumi/pulumi";
import { classified } from "../lib/data-classification.ts";
import type { Deployment } from "../lib/deployment.ts";
import { refuseProblems } from "../lib/problems.ts";
import { defaultZoneName, hostOf, plannedRecords } from "./failover-plan.ts";
import { failoverProblems } from "./failover-problems.ts";
import { createName } from "./failover-records.ts";
import { apiChecks, databaseChecks } from "./health-checks.ts";

/** The database and its replica. */
export interface DatabaseFailover {
  /** Endpoint in the primary region, with or without its port. */
  readonly endpoint: pulumi.Input<string>;
  /** Endpoint of the replica, in the recovery region. */
  readonly recoveryEndpoint: pulumi.Input<string>;
  /**
   * Whether they are clusters of Aurora.
   * @default false: instances of RDS
   */
  readonly cluster?: boolean;
}

/** The API in both regions, under one public name. */
export interface ApiFailover {
  /** Name that clients call; both APIs answer under it and leave its record to this component. */
  readonly domainName: string;
  /** Public hosted zone of that name. */
  readonly hostedZoneId: pulumi.Input<string>;
  /** Name of the API in the primary region, by which CloudWatch counts its requests. */
  readonly apiName: pulumi.Input<string>;
  /** Where the API's domain points to in the primary region. */
  readonly targetHost: pulumi.Input<string>;
  /** Name of the API in the recovery region. */
  readonly recoveryApiName: pulumi.Input<string>;
  /** Where the API's domain points to in the recovery region. */
  readonly recoveryTargetHost: pulumi.Input<string>;
}

export interface RegionFailoverArgs {
  readonly deployment: Deployment;
  /** Network of the primary region. */
  readonly vpcId: pulumi.Input<string>;
  /** Network of the recovery region. */
  readonly recoveryVpcId: pulumi.Input<string>;
  readonly database: DatabaseFailover;
  /** Topic for alarms; its policy and its key let CloudWatch publish. */
  readonly alertTopicArn: pulumi.Input<string>;
  /** The same in the recovery region. */
  readonly recoveryAlertTopicArn: pulumi.Input<string>;
  /**
   * Region that serves. Set to the recovery region once its database is promoted, it keeps every later
   * update from pointing names back to what is stale.
   * @default the primary region
   */
  readonly activeRegion?: string;
  /**
   * Private zone of the names.
   * @default the prefix and `.internal`
   */
  readonly zoneName?: string;
  /** @default no API under a public name of its own */
  readonly api?: ApiFailover;
}

/**
 * Names that follow the platform to the recovery region.
 *
 * Guarantees: workloads of both networks find the database under one private name, and clients the API
 * under one public name, whichever region serves; answers hold for 60 seconds; when the active region
 * falls silent for three minutes, Route 53 points names to the other by itself, without anybody having
 * to change a record while a region is lost, and an alarm says what to decide. A replica takes no
 * writes until it is promoted, so that pointing to it too early writes nothing twice. Once
 * `activeRegion` is the recovery region, nothing points back, and no update undoes it; until then, an
 * old database that comes back is found again, so it is stopped before the replica is promoted.
 * A certificate names the database's own endpoint: clients that check the name as well as the issuer
 * (`verify-full`) take the endpoint from the region's connection parameter, others this name.
 *
 * Requirement rows: S1-70, S1-72, S1-80, X-08.
 * Upholds 45 CFR 164.308(a)(7)(i), 164.308(a)(7)(ii)(B), 164.308(a)(7)(ii)(C), 164.312(a)(2)(ii).
 *
 * #### Cost
 * A zone 0.50 USD a month, health checks by alarm 0.50 USD each, alarms 0.10 USD: about 1.70 USD; with
 * an API 4.70 USD.
 *
 * @example
 * ```typescript
 * const failover = new RegionFailover("hipaa-prod-failover", {
 *   deployment,
 *   vpcId: network.vpcId, recoveryVpcId: recoveryNetwork.vpcId,
 *   database: { endpoint: data.databaseEndpoint, recoveryEndpoint: replica.databaseEndpoint },
 *   alertTopicArn: alerts.criticalTopicArn, recoveryAlertTopicArn: alerts.recoveryTopicArn,
 *   activeRegion: "us-east-1",
 * });
 * ```
 */
export class RegionFailover extends pulumi.ComponentResource {
  /** Name under which workloads of both regions reach the database. */
  readonly databaseHostName: pulumi.Output<string>;
  /** Private zone of the names. */
  readonly zoneId: pulumi.Output<string>;
  /** Health check of the database in the primary region. */
  readonly databaseHealthCheckId: pulumi.Output<string>;
  /** Health check of the database in the recovery region. */
  readonly recoveryDatabaseHealthCheckId: pulumi.Output<string>;
  /** Region that serves. */
  readonly activeRegion: pulumi.Output<string>;

  constructor(name: string, args: RegionFailoverArgs, opts?: pulumi.ComponentResourceOptions) {
    super("hipaa:index:RegionFailover", name, {}, opts);
    refuseProblems(failoverProblems(args), this, name);

    const { deployment, database, api } = args;
    const activeRegion = args.activeRegion ?? deployment.region;
    const records = plannedRecords(deployment, activeRegion);
    const zone = createZone(this, name, args);
    const checks = databaseChecks(this, name, args);
    const recordName = `database.${zoneNameOf(args)}`;
    createName(this, `${name}-database`, {
      zoneId: zone.zoneId, recordName, checks, records,
      targets: { primary: pulumi.output(database.endpoint).apply(hostOf), recovery: pulumi.output(database.recoveryEndpoint).apply(hostOf) },
    });
    if (api !== undefined) {
      createName(this, `${name}-api`, {
        zoneId: api.hostedZoneId, recordName: api.domainName, records,
        checks: apiChecks(this, name, args, api),
        targets: { primary: api.targetHost, recovery: api.recoveryTargetHost },
      });
    }
    this.databaseHostName = pulumi.output(recordName);
    this.zoneId = zone.zoneId;
    this.databaseHealthCheckId = checks.primary.id;
    this.recoveryDatabaseHealthCheckId = checks.recovery.id;
    this.activeRegion = pulumi.output(activeRegion);
    this.registerOutputs({
      databaseHostName: this.databaseHostName, zoneId: this.zoneId, databaseHealthCheckId: this.databaseHealthCheckId,
      recoveryDatabaseHealthCheckId: this.recoveryDatabaseHealthCheckId, activeRegion: this.activeRegion,
    });
  }
}

function createZone(parent: RegionFailover, name: string, args: RegionFailoverArgs): Zone {
  const { deployment, vpcId, recoveryVpcId } = args;
  return new Zone(`${name}-zone`, {
    name: zoneNameOf(args),
    comment: "Names that follow the platform from region to region",
    vpcs: [{ vpcId, vpcRegion: deployment.region }, { vpcId: recoveryVpcId, vpcRegion: deployment.recoveryRegion }],
    forceDestroy: false,
    tags: classified("operational", { Name: zoneNameOf(args) }),
  }, { parent });
}

function zoneNameOf({ deployment, zoneName }: RegionFailoverArgs): string {
  return zoneName ?? defaultZoneName(deployment);
}
