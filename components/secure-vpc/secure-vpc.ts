import { DefaultSecurityGroup } from "@pulumi/aws/ec2/defaultSecurityGroup.js";
import * as pulumi from "@pulumi/pulumi";
import { refuseProblems } from "../lib/problems.ts";
import { planAcls } from "./acl-plan.ts";
import { createAcls } from "./acls.ts";
import { createDnsLog } from "./dns-log.ts";
import { interfaceServices } from "./endpoint-plan.ts";
import { createGatewayEndpoints, createInterfaceEndpoints } from "./endpoints.ts";
import { createFlowLog, createFlowLogArchive } from "./flow-log.ts";
import { networkSettings } from "./network-settings.ts";
import { createPublicAccessBlock, publicAccessPlan } from "./public-access-block.ts";
import type { SecureVpcArgs } from "./secure-vpc-args.ts";
import { createPodSubnets, createThreeTierVpc } from "./three-tier-vpc.ts";
import { createTierGroups, createTierRules } from "./tier-groups.ts";
import { tierRules } from "./tier-rules.ts";

/**
 * A network of three tiers in 2 to 4 zones.
 *
 * Guarantees: the data tier has no route to the internet; nothing gets a public address by itself;
 * the default security group is closed; each tier's group opens exact ports to exact peers; each AWS
 * service that is called has an endpoint, which admits this account's or organisation's principals
 * only; every minute's accepted and rejected traffic and every name that is looked up is logged,
 * encrypted. The same class makes the second network in the recovery region.
 *
 * Requirement rows: S2-06 to S2-09, S4-06 to S4-24, S4-43, S4-91, S4-92, S4-99, S4-100, S4-105, S5-03 to S5-08, X-04 to.
 * Upholds 45 CFR 164.312(a)(1), 164.312(b), 164.312(e)(1), 164.308(a)(1)(ii)(D).
 *
 * #### Cost
 * With two zones: NAT gateways and their addresses 73 USD a month, 15 interface endpoints 219 USD, flow and DNS logs 0.50 USD a GB.
 *
 * @example
 * ```typescript
 * const network = new SecureVpc("hipaa-dev-network", {
 *   deployment,
 *   zones: ["us-east-1a", "us-east-1b"],
 *   natStrategy: NatStrategy.None,
 *   podCidrBlock: "100.64.0.0/16",
 *   logsKeyArn: keys.keyArn(KeyClass.Logs),
 * });
 * ```
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
  /** Interface endpoints by service, such as `kms`. */
  readonly interfaceEndpointIds: pulumi.Output<Record<string, string>>;
  /** NAT gateways: one for each zone, one for all, or none. */
  readonly natGatewayIds: pulumi.Output<string>[];
  /** Route tables of the public subnets, the only ones with a route to the internet gateway. */
  readonly publicRouteTableIds: pulumi.Output<string>[];
  /** Ids of the private subnets' routes to NAT gateways; empty without any. */
  readonly privateRouteIds: pulumi.Output<string>[];
  /** Route tables of the private subnets and of the pods', one for each zone. */
  readonly privateRouteTableIds: pulumi.Output<string>[];
  /** Route tables of the isolated subnets, one for each zone. */
  readonly isolatedRouteTableIds: pulumi.Output<string>[];
  /** Log group of the flow logs. */
  readonly flowLogGroupName: pulumi.Output<string>;
  /** Log group of DNS queries. */
  readonly dnsLogGroupName: pulumi.Output<string>;

  constructor(name: string, args: SecureVpcArgs, opts?: pulumi.ComponentResourceOptions) {
    super("hipaa:index:SecureVpc", name, {}, opts);
    const { deployment, deployment: { prefix }, logsKeyArn, flowLogBucketArn } = args;
    const { settings, problems } = networkSettings(args);
    refuseProblems(problems, this, name);

    const parts = createThreeTierVpc(this, name, settings);
    const { vpcId } = parts;
    const podSubnetIds = createPodSubnets(this, name, prefix, settings, parts);
    createClosedDefaultGroup(this, name, prefix, vpcId);
    const groups = createTierGroups(this, name, prefix, vpcId);
    const place = { deployment, vpcId, organizationId: args.organizationId };
    const gateways = createGatewayEndpoints(this, name, place, [...parts.privateRouteTableIds, ...parts.isolatedRouteTableIds]);
    const services = interfaceServices(settings.endpoints);
    const interfaces = createInterfaceEndpoints(this, name, place, services, parts.privateSubnetIds, groups.endpoints.id);
    const rules = createTierRules(this, name, tierRules(settings), groups, gateways);
    if (settings.enableNacls) {
      createAcls(this, name, prefix, vpcId, planAcls(settings), { ...parts, privateSubnetIds: [...parts.privateSubnetIds, ...podSubnetIds] });
    }
    if (args.blockPublicAccess === true) {
      createPublicAccessBlock(this, name, prefix, publicAccessPlan(settings.natGateways, settings.allowedCidrs), parts.publicSubnetIds);
    }
    if (flowLogBucketArn !== undefined) {
      createFlowLogArchive(this, name, deployment, vpcId, flowLogBucketArn);
    }
    const ready = pulumi.all([...parts.privateRouteIds, ...[...Object.values(gateways), ...interfaces, ...rules].map(({ id }) => id)]);

    this.vpcId = vpcId;
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
    this.interfaceEndpointIds = pulumi.output(Object.fromEntries(interfaces.map(({ id }, index) => [services[index] ?? "", id])));
    this.natGatewayIds = parts.natGatewayIds;
    this.publicRouteTableIds = parts.publicRouteTableIds;
    this.privateRouteIds = parts.privateRouteIds;
    this.privateRouteTableIds = parts.privateRouteTableIds;
    this.isolatedRouteTableIds = parts.isolatedRouteTableIds;
    this.flowLogGroupName = createFlowLog(this, name, deployment, vpcId, logsKeyArn, settings.flowLogRetentionDays).name;
    this.dnsLogGroupName = createDnsLog(this, name, deployment, vpcId, logsKeyArn, settings.flowLogRetentionDays).name;
    this.registerOutputs({
      vpcId, vpcCidrBlock: this.vpcCidrBlock, publicSubnetIds: this.publicSubnetIds, privateSubnetIds: this.privateSubnetIds,
      nodeSubnetIds: this.nodeSubnetIds, isolatedSubnetIds: this.isolatedSubnetIds, podSubnetIds, webSecurityGroupId: this.webSecurityGroupId,
      appSecurityGroupId: this.appSecurityGroupId, databaseSecurityGroupId: this.databaseSecurityGroupId, endpointSecurityGroupId: this.endpointSecurityGroupId,
      interfaceEndpointIds: this.interfaceEndpointIds, natGatewayIds: this.natGatewayIds,
      publicRouteTableIds: this.publicRouteTableIds, privateRouteIds: this.privateRouteIds, privateRouteTableIds: this.privateRouteTableIds, isolatedRouteTableIds: this.isolatedRouteTableIds,
      flowLogGroupName: this.flowLogGroupName, dnsLogGroupName: this.dnsLogGroupName,
    });
  }
}

/** AWS's default group lets its members talk to each other; without rules, what is put into it by mistake is cut off. */
function createClosedDefaultGroup(parent: pulumi.Resource, name: string, prefix: string, vpcId: pulumi.Input<string>): void {
  new DefaultSecurityGroup(`${name}-default`, { vpcId, ingress: [], egress: [], tags: { Name: `${prefix}-default-closed` } }, { parent });
}
