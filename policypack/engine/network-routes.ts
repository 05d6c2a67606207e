import { isInternet } from "./network-openings.ts";
import { UndecidedError, type Reader } from "./reader.ts";
import type { JudgedStack, StackResource } from "./rule.ts";

/** A route of a whole address family to an internet gateway. */
export interface InternetRoute {
  /** The resource that holds the route, and where in it. */
  readonly urn: string;
  readonly property: string;
  readonly destination: string;
  /** The route table it is in, when that is in the stack. */
  readonly table: StackResource | undefined;
}

const ROUTE = "aws:ec2/route:Route";
const TABLE = "aws:ec2/routeTable:RouteTable";
const DEFAULT_TABLE = "aws:ec2/defaultRouteTable:DefaultRouteTable";
const ASSOCIATION = "aws:ec2/routeTableAssociation:RouteTableAssociation";
const MAIN_ASSOCIATION = "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation";
const INTERNET_GATEWAY = "aws:ec2/internetGateway:InternetGateway";
const SUBNET = "aws:ec2/subnet:Subnet";
const VPC = "aws:ec2/vpc:Vpc";

/** Resources that can hold a route. */
export const ROUTE_TYPES = [ROUTE, TABLE, DEFAULT_TABLE] as const;

/** Every route of the stack to an internet gateway, alone or inline in its table. */
export function internetRoutes(stack: JudgedStack): readonly InternetRoute[] {
  const alone = stack.ofType(ROUTE).flatMap((route) => {
    const [table] = stack.namedBy(route, "routeTableId", TABLE, DEFAULT_TABLE);
    return destinations(route.props, ["destinationCidrBlock", "destinationIpv6CidrBlock"])
      .filter(() => leadsToInternet(stack, route, route.props, "gatewayId"))
      .map(({ property, destination }) => ({ urn: route.urn, property, destination, table }));
  });
  const inline = stack.ofType(TABLE, DEFAULT_TABLE).flatMap((table) =>
    (table.props.isKnown("routes") ? table.props.objects("routes") : []).flatMap((entry) =>
      destinations(entry, ["cidrBlock", "ipv6CidrBlock"])
        .filter(() => leadsToInternet(stack, table, entry, "routes"))
        .map(({ property, destination }) => ({ urn: table.urn, property, destination, table })),
    ),
  );
  return [...alone, ...inline];
}

function destinations(route: Reader, properties: readonly string[]): readonly { readonly property: string; readonly destination: string }[] {
  return properties.filter((property) => route.has(property)).flatMap((property) => {
    const destination = route.string(property);
    return destination !== undefined && isInternet(destination) ? [{ property: route.pathOf(property), destination }] : [];
  });
}

/** A gateway by its literal id, or one still to be created by what the property is made from. */
function leadsToInternet(stack: JudgedStack, owner: StackResource, route: Reader, property: string): boolean {
  const named = stack.namedBy(owner, property, INTERNET_GATEWAY);
  if (route.isKnown("gatewayId")) {
    const gateway = route.string("gatewayId") ?? "";
    return gateway.startsWith("igw-") || named.some(({ props }) => props.knownStrings("id").includes(gateway));
  }
  return route.has("gatewayId") && named.length > 0;
}

/** The subnets that a route table serves by an explicit association. */
export function subnetsOfTable(stack: JudgedStack, table: StackResource): readonly StackResource[] {
  return [...new Set(stack.referringTo(table, "routeTableId", ASSOCIATION).flatMap((association) => stack.namedBy(association, "subnetId", SUBNET)))];
}

/** True for the table of every subnet that has none of its own. */
export function isMainTable(stack: JudgedStack, table: StackResource): boolean {
  return table.type === DEFAULT_TABLE || stack.referringTo(table, "routeTableId", MAIN_ASSOCIATION).length > 0;
}

/** The subnets from which the internet can be reached, and reach in, directly. */
export function publicSubnets(stack: JudgedStack): readonly StackResource[] {
  const tables = new Set(internetRoutes(stack).flatMap(({ table }) => table ?? []));
  return [...new Set([...tables].flatMap((table) => subnetsOfTable(stack, table)))];
}

/**
 * The subnets that a property names. While it is unknown and made from a whole network component, which
 * subnets it will hold cannot be told: throws UndecidedError.
 */
export function subnetsNamed(stack: JudgedStack, resource: StackResource, property: string): readonly StackResource[] {
  if (!resource.props.isKnown(property) && stack.namedBy(resource, property, VPC).length > 0) {
    throw new UndecidedError(property, resource.urn);
  }
  return stack.namedBy(resource, property, SUBNET);
}
