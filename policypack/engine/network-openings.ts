import type { Reader } from "./reader.ts";
import type { JudgedResource } from "./rule.ts";

/** Traffic that a security group rule or network ACL entry lets through from or to the whole internet. */
export interface Opening {
  /** Path of the property that names the internet, such as `ingress[0].cidrBlocks`. */
  readonly property: string;
  /** The range given, such as `0.0.0.0/0`. */
  readonly cidr: string;
  readonly ports: PortRange;
}

/** Ports of one protocol; `protocol` is `tcp`, `udp`, `all` or what was given. */
export interface PortRange {
  readonly protocol: string;
  readonly from: number;
  readonly to: number;
}

export type Direction = "ingress" | "egress";

const SECURITY_GROUP_TYPES = ["aws:ec2/securityGroup:SecurityGroup", "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "aws:ec2/securityGroupRule:SecurityGroupRule"] as const;

/** Resources that open a security group inwards. */
export const INGRESS_TYPES = [...SECURITY_GROUP_TYPES, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"] as const;

/** Resources that open a security group outwards. */
export const EGRESS_TYPES = [...SECURITY_GROUP_TYPES, "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"] as const;

/** What a security group or a rule of one opens to the internet, or to ranges of another kind. */
export function openings({ type, props }: Pick<JudgedResource, "type" | "props">, direction: Direction, isOpen = isInternet): readonly Opening[] {
  switch (type) {
    case "aws:ec2/securityGroup:SecurityGroup":
    case "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup":
      return props.objects(direction).flatMap((rule) => openingsOf(rule, LISTS, "protocol", isOpen));
    case "aws:ec2/securityGroupRule:SecurityGroupRule":
      return props.string("type") === direction ? openingsOf(props, LISTS, "protocol", isOpen) : [];
    case "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule":
      return direction === "ingress" ? openingsOf(props, SINGLES, "ipProtocol", isOpen) : [];
    case "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule":
      return direction === "egress" ? openingsOf(props, SINGLES, "ipProtocol", isOpen) : [];
    default:
      return [];
  }
}

const LISTS = ["cidrBlocks", "ipv6CidrBlocks"] as const;
const SINGLES = ["cidrIpv4", "cidrIpv6"] as const;

/** What one rule opens to the ranges; ports are read only when it opens any. */
export function openingsOf(rule: Reader, cidrProperties: readonly string[], protocolProperty: string, isOpen = isInternet): readonly Opening[] {
  return cidrProperties
    .filter((property) => rule.has(property))
    .flatMap((property) =>
      rule
        .strings(property)
        .filter(isOpen)
        .map((cidr) => ({ property: rule.pathOf(property), cidr, ports: portsOf(rule, protocolProperty) })),
    );
}

const PROTOCOLS: ReadonlyMap<string, string> = new Map([["-1", "all"], ["all", "all"], ["6", "tcp"], ["17", "udp"]]);
const LAST_PORT = 65_535;

function portsOf(rule: Reader, protocolProperty: string): PortRange {
  const given = (rule.string(protocolProperty) ?? String(rule.number(protocolProperty) ?? "all")).toLowerCase();
  const protocol = PROTOCOLS.get(given) ?? given;
  return protocol === "all" ? { protocol, from: 0, to: LAST_PORT } : { protocol, from: rule.number("fromPort") ?? 0, to: rule.number("toPort") ?? LAST_PORT };
}

/**
 * True for ranges so wide that they stand for the internet: IPv4 shorter than /8, IPv6 shorter than /16 outside
 * the private fc00::/7. Two halves of the internet are the internet.
 */
export function isInternet(cidr: string): boolean {
  const [address = "", prefix = ""] = cidr.split("/");
  if (!/^\d+$/u.test(prefix)) {
    return false;
  }
  return address.includes(":") ? Number(prefix) < 16 && !/^f[cd]/iu.test(address) : Number(prefix) < 8;
}

/** True for protocols that have ports. */
export function hasPorts({ protocol }: PortRange): boolean {
  return protocol === "all" || protocol === "tcp" || protocol === "udp";
}

export function includesPort({ from, to }: PortRange, port: number): boolean {
  return from <= port && port <= to;
}

/** Such as `0.0.0.0/0 on tcp 22` or `::/0 on all ports`. */
export function describeOpening({ cidr, ports: { protocol, from, to } }: Opening): string {
  if (protocol === "all") {
    return `${cidr} on all ports`;
  }
  return `${cidr} on ${protocol} ${from === to ? String(from) : `${String(from)}-${String(to)}`}`;
}
