import { isGiven } from "./given-values.ts";
import { includesPort, openingsOf, type Opening } from "./network-openings.ts";
import type { JudgedStack, StackResource } from "./rule.ts";

/** An entry of a network ACL that speaks of the internet's traffic inwards. */
export interface AclEntry {
  readonly urn: string;
  readonly number: number;
  readonly allows: boolean;
  readonly opening: Opening;
}

const ACLS = ["aws:ec2/networkAcl:NetworkAcl", "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl"] as const;
const RULE = "aws:ec2/networkAclRule:NetworkAclRule";

/** Resources that open a network ACL. */
export const ACL_TYPES = [...ACLS, RULE] as const;

/** The entries of each ACL for the internet's traffic inwards, in the order in which they are tried. */
export function internetIngress(stack: JudgedStack): readonly (readonly AclEntry[])[] {
  const acls = stack.ofType(...ACLS);
  const owned = acls.map((acl) => [...inlineEntries(acl), ...stack.referringTo(acl, "networkAclId", RULE).filter(isInward).flatMap(ruleEntries)]);
  const strays = stack.ofType(RULE).filter((rule) => isInward(rule) && stack.namedBy(rule, "networkAclId", ...ACLS).length === 0);
  // Entries of an ACL of another stack are judged together, as the program gives them.
  return [...owned, strays.flatMap(ruleEntries)].map((entries) => entries.toSorted((left, right) => left.number - right.number));
}

function isInward({ props }: StackResource): boolean {
  return props.boolean("egress") !== true;
}

function inlineEntries(acl: StackResource): readonly AclEntry[] {
  const entries = isGiven(acl, "ingress") ? acl.props.objects("ingress") : [];
  return entries.flatMap((entry) =>
    openingsOf(entry, CIDRS, "protocol").map((opening) => ({ urn: acl.urn, number: entry.number("ruleNo") ?? 0, allows: entry.string("action")?.toLowerCase() === "allow", opening })),
  );
}

function ruleEntries({ urn, props }: StackResource): readonly AclEntry[] {
  return openingsOf(props, CIDRS, "protocol").map((opening) => ({
    urn,
    number: props.number("ruleNumber") ?? 0,
    allows: props.string("ruleAction")?.toLowerCase() === "allow",
    opening,
  }));
}

const CIDRS = ["cidrBlock", "ipv6CidrBlock"];

/** The entry that decides on TCP traffic from the internet to a port, per address family, when it lets it in. */
export function opensPort(entries: readonly AclEntry[], port: number): AclEntry | undefined {
  const deciding = entries.filter(({ opening: { ports } }) => (ports.protocol === "all" || ports.protocol === "tcp") && includesPort(ports, port));
  const families = Map.groupBy(deciding, ({ opening }) => opening.cidr.includes(":"));
  return [...families.values()].map(([first]) => first).find((entry) => entry?.allows === true);
}
