import { Arguments } from "../arguments.ts";
import type { Construction } from "../construction.ts";
import { combine, type Input, type Inputs, isInputs, Output } from "../output.ts";
import { references, type Registered, type Registrar, settled } from "../registrar.ts";
import { isList, isProperties, UNKNOWN } from "../../wire.ts";
import { formatBlock } from "./cidr.ts";
import { registerEndpoints } from "./endpoints.ts";
import { layOutSubnets, type PlannedSubnet } from "./subnet-layout.ts";
import { readVpcArguments, type VpcArguments } from "./vpc-arguments.ts";
import { refuseVpcArguments } from "./vpc-refusals.ts";

/** A planned subnet and what is registered for it; the promises settle in the order of their dependencies. */
export interface SubnetParts {
  readonly planned: PlannedSubnet;
  readonly subnet: Promise<Registered>;
  readonly table: Promise<Registered>;
}

/** A NAT gateway of one zone; no address of its own when the program brought one. */
interface Nat {
  readonly eip: Registered | undefined;
  readonly gateway: Registered;
}

const ORDER = { Public: 0, Private: 1, Isolated: 2, Unused: 3 };

/** Stands in for the remote component `awsx:ec2:Vpc`. */
export const constructVpc: Construction = async ({ name, inputs, registrar }) => {
  const problems = new Arguments();
  const args = readVpcArguments(inputs, problems);
  refuseVpcArguments(args, problems);
  problems.check();
  const zones = args.zones ?? await defaultZones(registrar, args.zoneCount);
  const layout = layOutSubnets(name, args, zones);

  const component = await registrar.root();
  const tags = nameTagged(name, args.tags);
  const vpc = await registrar.resource({ type: "aws:ec2/vpc:Vpc", name, parent: component, inputs: {
    cidrBlock: args.cidrBlock, enableDnsHostnames: args.enableDnsHostnames, enableDnsSupport: args.enableDnsSupport, region: args.region, tags,
  } });
  const gateway = registrar.resource({ type: "aws:ec2/internetGateway:InternetGateway", name, parent: vpc.urn, dependsOn: [vpc.urn], inputs: {
    vpcId: vpc.id, region: args.region, tags,
  } });
  const parts = layout.subnets.filter(({ type }) => type !== "Unused")
    .sort((one, other) => one.zoneIndex - other.zoneIndex || ORDER[one.type] - ORDER[other.type])
    .map((planned) => registerSubnet(registrar, args, tags, vpc, planned));
  const associations = parts.map(async (part) => await registerAssociation(registrar, args, part));
  const nats = registerNats(registrar, name, args, parts);
  const routes = parts.flatMap((part) => registerRoute(registrar, args, part, gateway, nats));
  const endpoints = registerEndpoints(registrar, args, tags, vpc, parts);

  const [internetGateway, subnets, routeTables, routeTableAssociations, natGateways, registeredRoutes, vpcEndpoints] = await settled([
    gateway, settled(parts.map(async ({ subnet }) => await subnet)), settled(parts.map(async ({ table }) => await table)), settled(associations), settled(nats), settled(routes), settled(endpoints),
  ]);
  const everything = [vpc.urn, ...subnets.map(({ urn }) => urn)];
  const ofType = (type: string): readonly Registered[] => subnets.filter((_, index) => parts[index]?.planned.type === type);
  const ids = (resources: readonly Registered[]): Output => new Output(resources.map(({ id }) => id.value), everything);
  return registrar.response(component, {
    vpc: new Output(vpc.reference(), everything),
    vpcId: new Output(vpc.id.value, everything),
    internetGateway: new Output(internetGateway.reference(), [internetGateway.urn, ...everything]),
    subnets: references(subnets, everything),
    publicSubnets: references(ofType("Public"), everything),
    privateSubnets: references(ofType("Private"), everything),
    isolatedSubnets: references(ofType("Isolated"), everything),
    publicSubnetIds: ids(ofType("Public")),
    privateSubnetIds: ids(ofType("Private")),
    isolatedSubnetIds: ids(ofType("Isolated")),
    routeTables: references(routeTables, everything),
    routeTableAssociations: references(routeTableAssociations, everything),
    routes: references(registeredRoutes, everything),
    natGateways: references(natGateways.map((nat) => nat.gateway), everything),
    eips: references(natGateways.flatMap(({ eip }) => eip ?? []), everything),
    vpcEndpoints: references(vpcEndpoints, everything),
    subnetLayout: new Output(layout.resolved, everything),
  });
};

async function defaultZones(registrar: Registrar, count: number): Promise<readonly string[]> {
  const { value } = await registrar.invoke("aws:index/getAvailabilityZones:getAvailabilityZones", {}, "names");
  const names = isList(value) ? value.map(String) : [];
  if (names.length < count) {
    throw new Error(`The configured region for this provider does not have at least ${String(count)} Availability Zones. Either specify an explicit list of zones in availabilityZoneNames or choose a region with at least ${String(count)} AZs.`);
  }
  return names.slice(0, count);
}

function registerSubnet(registrar: Registrar, args: VpcArguments, tags: Input, vpc: Registered, planned: PlannedSubnet): SubnetParts {
  const own = { Name: planned.nameTag, SubnetType: planned.type };
  const subnet = registrar.resource({ type: "aws:ec2/subnet:Subnet", name: planned.name, parent: vpc.urn, dependsOn: [vpc.urn], inputs: {
    vpcId: vpc.id,
    availabilityZone: planned.zone,
    cidrBlock: formatBlock(planned.block),
    mapPublicIpOnLaunch: planned.type === "Public",
    assignIpv6AddressOnCreation: false,
    // The component derives this from the VPC, so a preview cannot know that there is none.
    ipv6CidrBlock: vpc.output("ipv6CidrBlock").known ? undefined : new Output(UNKNOWN, [vpc.urn]),
    region: args.region,
    tags: merged(tags, planned.tags, own),
  } });
  const table = subnet.then(async ({ urn }) => await registrar.resource({ type: "aws:ec2/routeTable:RouteTable", name: planned.name, parent: urn, dependsOn: [urn], inputs: {
    vpcId: vpc.id, region: args.region, tags: merged(tags, own),
  } }));
  return { planned, subnet, table };
}

async function registerAssociation(registrar: Registrar, args: VpcArguments, part: SubnetParts): Promise<Registered> {
  const [subnet, table] = await Promise.all([part.subnet, part.table]);
  return await registrar.resource({ type: "aws:ec2/routeTableAssociation:RouteTableAssociation", name: part.planned.name, parent: table.urn, dependsOn: [table.urn], inputs: {
    routeTableId: table.id, subnetId: subnet.id, region: args.region,
  } });
}

/** One gateway in the first public subnet of each zone, or of the first zone alone. */
function registerNats(registrar: Registrar, name: string, args: VpcArguments, parts: readonly SubnetParts[]): readonly Promise<Nat>[] {
  const hosts = parts.filter(({ planned }, index) => planned.type === "Public" && parts.findIndex((other) => other.planned.type === "Public" && other.planned.zoneIndex === planned.zoneIndex) === index);
  const chosen = { None: [], Single: hosts.slice(0, 1), OnePerAz: hosts }[args.natStrategy];
  return chosen.map(async ({ planned, subnet }, index) => {
    const host = await subnet;
    const logicalName = `${name}-${String(planned.zoneIndex + 1)}`;
    const place = { name: logicalName, parent: host.urn, dependsOn: [host.urn] };
    const tags = merged(args.tags, { Name: logicalName });
    const eip = args.allocationIds.length > 0 ? undefined : await registrar.resource({ type: "aws:ec2/eip:Eip", ...place, inputs: { region: args.region, tags } });
    const gateway = await registrar.resource({ type: "aws:ec2/natGateway:NatGateway", ...place, inputs: {
      subnetId: host.id, allocationId: eip === undefined ? args.allocationIds[index] : eip.output("allocationId"), region: args.region, tags,
    } });
    return { eip, gateway };
  });
}

/** Public subnets reach the internet by the gateway, private ones by a NAT gateway if there is one, isolated ones not at all. */
function registerRoute(registrar: Registrar, args: VpcArguments, { planned, table }: SubnetParts, gateway: Promise<Registered>, nats: readonly Promise<Nat>[]): readonly Promise<Registered>[] {
  const route = async (target: Promise<Inputs>): Promise<Registered> => {
    const [from, to] = await Promise.all([table, target]);
    return await registrar.resource({ type: "aws:ec2/route:Route", name: planned.name, parent: from.urn, dependsOn: [from.urn], inputs: {
      routeTableId: from.id, destinationCidrBlock: "0.0.0.0/0", region: args.region, ...to,
    } });
  };
  const nat = nats[args.natStrategy === "Single" ? 0 : planned.zoneIndex];
  if (planned.type === "Public") {
    return [route(gateway.then(({ id }) => ({ gatewayId: id })))];
  }
  return planned.type === "Private" && nat !== undefined ? [route(nat.then((registered) => ({ natGatewayId: registered.gateway.id })))] : [];
}

/** On the VPC and its gateway the program's own Name wins. */
function nameTagged(name: string, tags: Input): Input {
  return merged({ Name: name }, tags);
}

/** Later tags win. Plain maps stay maps, so that one unknown tag leaves the others known. */
function merged(...maps: readonly Input[]): Input {
  const given = maps.filter((map) => map !== undefined && map !== null);
  return given.every(isInputs)
    ? Object.assign({}, ...given)
    : combine({ given }, ({ given: values }) => Object.assign({}, ...(isList(values) ? values.filter(isProperties) : [])));
}
