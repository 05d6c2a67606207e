import type { Input } from "../output.ts";
import { type Registered, type Registrar, settled } from "../registrar.ts";
import type { SubnetParts } from "./vpc.ts";
import type { EndpointSpec, VpcArguments } from "./vpc-arguments.ts";

/** The endpoints of strategy Auto: gateways on every route table, interfaces in every subnet behind a group of their own. */
export function registerEndpoints(registrar: Registrar, args: VpcArguments, tags: Input, vpc: Registered, parts: readonly SubnetParts[]): readonly Promise<Registered>[] {
  return args.endpoints.map(async (spec) => await (spec.type === "Gateway" ? registerGateway : registerInterface)(registrar, args, tags, vpc, parts, spec));
}

async function registerGateway(registrar: Registrar, _args: VpcArguments, tags: Input, vpc: Registered, parts: readonly SubnetParts[], { serviceName, type }: EndpointSpec): Promise<Registered> {
  const tables = await settled(parts.map(async ({ table }) => await table));
  return await registrar.resource({ type: "aws:ec2/vpcEndpoint:VpcEndpoint", name: serviceName, parent: vpc.urn, dependsOn: [vpc.urn], inputs: {
    vpcId: vpc.id, serviceName, vpcEndpointType: type, routeTableIds: tables.map(({ id }) => id), tags,
  } });
}

async function registerInterface(registrar: Registrar, args: VpcArguments, tags: Input, vpc: Registered, parts: readonly SubnetParts[], { serviceName, type }: EndpointSpec): Promise<Registered> {
  const place = { parent: vpc.urn, dependsOn: [vpc.urn] };
  const group = await registrar.resource({ type: "aws:ec2/securityGroup:SecurityGroup", name: `${serviceName}-sg`, ...place, inputs: {
    vpcId: vpc.id, description: "Managed by Pulumi", tags,
  } });
  const ingress = registrar.resource({ type: "aws:ec2/securityGroupRule:SecurityGroupRule", name: `${serviceName}-ingress`, ...place, inputs: {
    type: "ingress", fromPort: 443, toPort: 443, protocol: "tcp", cidrBlocks: [args.cidrBlock], securityGroupId: group.id,
  } });
  const endpoint = settled(parts.map(async ({ subnet }) => await subnet)).then(async (subnets) => await registrar.resource({ type: "aws:ec2/vpcEndpoint:VpcEndpoint", name: serviceName, ...place, inputs: {
    vpcId: vpc.id, serviceName, vpcEndpointType: type, privateDnsEnabled: true, securityGroupIds: [group.id], subnetIds: subnets.map(({ id }) => id), tags,
  } }));
  const [registered] = await settled([endpoint, ingress]);
  return registered;
}
