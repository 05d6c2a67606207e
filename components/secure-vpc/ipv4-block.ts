import ipaddr from "ipaddr.js";

/** A range of IPv4 addresses in CIDR notation, as numbers. */
export interface Ipv4Block {
  readonly first: number;
  readonly prefix: number;
}

/** @returns undefined for what is not a range, or where the address has bits beyond the prefix (10.0.0.1/16) */
export function parseBlock(text: string): Ipv4Block | undefined {
  if (!ipaddr.IPv4.isValidCIDRFourPartDecimal(text)) {
    return undefined;
  }
  const [address, prefix] = ipaddr.IPv4.parseCIDR(text);
  const first = address.toByteArray().reduce((number, byte) => number * 256 + byte, 0);
  return first % sizeOf({ first, prefix }) === 0 ? { first, prefix } : undefined;
}

export function formatBlock({ first, prefix }: Ipv4Block): string {
  const bytes = [24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256);
  return `${bytes.join(".")}/${String(prefix)}`;
}

/** Number of addresses. */
export function sizeOf({ prefix }: Ipv4Block): number {
  return 2 ** (32 - prefix);
}

export function contains(outer: Ipv4Block, inner: Ipv4Block): boolean {
  return inner.first >= outer.first && inner.first + sizeOf(inner) <= outer.first + sizeOf(outer);
}

export function overlaps(one: Ipv4Block, other: Ipv4Block): boolean {
  return contains(one, other) || contains(other, one);
}

/** The block with the given prefix that lies `index` blocks of that size after the start. */
export function blockAt(within: Ipv4Block, prefix: number, index: number): Ipv4Block {
  return { first: within.first + index * 2 ** (32 - prefix), prefix };
}
