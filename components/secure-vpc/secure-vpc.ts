import { DefaultSecurityGroup } from "@pulumi/aws/ec2/defaultSecurityGroup.js";
import * as pulumi from "@pulumi/pulumi";
import type { Deployment } from "../lib/deployment.ts";
import { refuseProblems } from "../lib/problems.ts";
import { planAcls } from "./acl-plan.ts";
import { createAcls } from "./acls.ts";
import type { NetworkDemand } from "./address-capacity.ts";
import { createGatewayEndpoints, createInterfaceEndpoints } from "./endpoints.ts";
import { createFlowLog } from "./flow-log.ts";
import { networkSettings } from "./network-settings.ts";
import { createPodSubnets, createThreeTierVpc, type NatStrategy } from "./three-tier-vpc.ts";
import { createTierGroups, createTierRules } from "./tier-groups.ts";
import { type DatabaseEngine, tierRules } from "./tier-rules.ts";

export interface SecureVpcArgs {
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
   * How private subnets reach the internet.
   * @default NatStrategy.OnePerAz
   */
  readonly natStrategy?: NatStrategy;
  /**
   * From where the web tier may be called (S5-05).
   * @default ["0.0.0.0/0"]
   */
  readonly allowedCidrs?: string[];
  /**
   * Engine of the database, whose port the data tier opens to the application tier.
   * @default DatabaseEngine.Postgres
   */
  readonly databaseEngine?: DatabaseEngine;
  /**
   * AWS services with an interface endpoint beside those that the platform needs, such as
   * `bedrock-runtime`. About 7 USD a month for each in each zone.
   * @default []
   */
  readonly additionalEndpoints?: string[];
  /**
   * Network ACLs as a second layer under the security groups (S4-24).
   * @default false
   */
  readonly enableNacls?: boolean;
  /** Key for the flow logs, which CloudWatch Logs in the primary region may use. */
  readonly logsKeyArn: pulumi.Input<string>;
  /**
   * Days for which flow logs are kept, a term of CloudWatch Logs, at least 365.
   * @default 365
   */
  readonly flowLogRetentionDays?: number;
}

/**
 * A network of three tiers in 2 to 4 zones.
 *
 * Guarantees: the data tier has no route to the internet; nothing gets a public address by itself;
 * the default security group is closed; each tier's group opens exact ports to exact peers; AWS
 * services are reached through endpoints that admit this account's principals only; every minute's
 * accepted and rejected traffic is logged, encrypted.
 *
 * Requirement rows: S4-06 to S4-24, S4-91, S4-92, S4-105, S5-03 to S5-08, X-04 to.
 * Upholds 45 CFR 164.312(a)(1), 164.312(b), 164.312(e)(1), 164.308(a)(1)(ii)(D).
 *
 * #### Cost
 * With two zones: NAT gateways 66 USD a month, 15 interface endpoints 219 USD, flow logs 0.50 USD a GB.
 */
export class SecureVpc extends pulumi.ComponentResource {
  /** Id of the VPC (S4-91). */
  readonly vpcId: pulumi.Output<string>;
  /** Range of the VPC. */
  readonly vpcCidrBlock: pulumi.Output<string>;
  /** Public subnets, one for each zone: load balancers and NAT gateways. */
  readonly publicSubnetIds: pulumi.Output<string>[];
  /** Private subnets, one for each zone. */
  readonly privateSubnetIds: pulumi.Output<string>[];
  /** The private subnets again, known only once their routes, endpoints and rules exist: nodes that start earlier cannot join. */
  readonly nodeSubnetIds: pulumi.Output<string>[];
  /** Isolated subnets, one for each zone: databases. */
  readonly isolatedSubnetIds: pulumi.Output<string>[];
  /** Subnets for pods, one for each zone; empty without `podCidrBlock`. */
  readonly podSubnetIds: pulumi.Output<string>[];
  /** Group of public load balancers (S4-92). */
  readonly webSecurityGroupId: pulumi.Output<string>;
  /** Group of workloads: may reach the database and the endpoints. */
  readonly appSecurityGroupId: pulumi.Output<string>;
  /** Group of databases. */
  readonly databaseSecurityGroupId: pulumi.Output<string>;
  /** Group of the interface endpoints. */
  readonly endpointSecurityGroupId: pulumi.Output<string>;
  /** Log group of the flow logs. */
  readonly flowLogGroupName: pulumi.Output<string>;

  constructor(name: string, args: SecureVpcArgs, opts?: pulumi.ComponentResourceOptions) {
    super("hipaa:index:SecureVpc", name, {}, opts);
    const { deployment } = args;
    const { settings, problems } = networkSettings(args);
    refuseProblems(problems, this, name);

    const parts = createThreeTierVpc(this, name, settings);
    const podSubnetIds = createPodSubnets(this, name, deployment.prefix, settings, parts);
    createClosedDefaultGroup(this, name, deployment.prefix, parts.vpcId);
    const groups = createTierGroups(this, name, deployment.prefix, parts.vpcId);
    const place = { deployment, vpcId: parts.vpcId };
    const gateways = createGatewayEndpoints(this, name, place, [...parts.privateRouteTableIds, ...parts.isolatedRouteTableIds]);
    const interfaces = createInterfaceEndpoints(this, name, place, settings.endpoints, parts.privateSubnetIds, groups.endpoints.id);
    const rules = createTierRules(this, name, tierRules(settings.allowedCidrs, settings.databaseEngine), groups, gateways);
    if (args.enableNacls === true) {
      createAcls(this, name, deployment.prefix, parts.vpcId, planAcls(settings), { ...parts, privateSubnetIds: [...parts.privateSubnetIds, ...podSubnetIds] });
    }
    const ready = pulumi.all([...parts.privateRouteIds, ...[...Object.values(gateways), ...interfaces, ...rules].map(({ id }) => id)]);

    this.vpcId = parts.vpcId;
    this.vpcCidrBlock = pulumi.output(settings.cidrBlock);
    this.publicSubnetIds = parts.publicSubnetIds;
    this.privateSubnetIds = parts.privateSubnetIds;
    this.nodeSubnetIds = parts.privateSubnetIds.map((subnetId) => pulumi.all([subnetId, ready]).apply(([id]) => id));
    this.isolatedSubnetIds = parts.isolatedSubnetIds;
    this.podSubnetIds = podSubnetIds;
    this.webSecurityGroupId = groups.web.id;
    this.appSecurityGroupId = groups.app.id;
    this.databaseSecurityGroupId = groups.db.id;
    this.endpointSecurityGroupId = groups.endpoints.id;
    this.flowLogGroupName = createFlowLog(this, name, deployment, parts.vpcId, args.logsKeyArn, settings.flowLogRetentionDays).name;
    this.registerOutputs({
      vpcId: this.vpcId, vpcCidrBlock: this.vpcCidrBlock, publicSubnetIds: this.publicSubnetIds, privateSubnetIds: this.privateSubnetIds,
      nodeSubnetIds: this.nodeSubnetIds, isolatedSubnetIds: this.isolatedSubnetIds, podSubnetIds: this.podSubnetIds, webSecurityGroupId: this.webSecurityGroupId,
      appSecurityGroupId: this.appSecurityGroupId, databaseSecurityGroupId: this.databaseSecurityGroupId, endpointSecurityGroupId: this.endpointSecurityGroupId,
      flowLogGroupName: this.flowLogGroupName,
    });
  }
}

/** AWS's default group lets its members talk to each other; without rules, what is put into it by mistake is cut off. */
function createClosedDefaultGroup(parent: pulumi.Resource, name: string, prefix: string, vpcId: pulumi.Input<string>): void {
  new DefaultSecurityGroup(`${name}-default`, { vpcId, ingress: [], egress: [], tags: { Name: `${prefix}-default-closed` } }, { parent });
}
