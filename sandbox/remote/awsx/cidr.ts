import ipaddr from "ipaddr.js";

/** An IPv4 range by its first address, as a number, and its mask length. */
export interface Block {
  readonly start: number;
  readonly mask: number;
}

/** @returns undefined when the text is not an IPv4 range such as 10.0.0.0/16 */
export function parseBlock(text: string): Block | undefined {
  if (!ipaddr.IPv4.isValidCIDR(text)) {
    return undefined;
  }
  const mask = ipaddr.IPv4.parseCIDR(text)[1];
  const start = ipaddr.IPv4.networkAddressFromCIDR(text).octets.reduce((number, octet) => number * 256 + octet, 0);
  return { start, mask };
}

/** How many addresses a mask leaves. */
export function addresses(mask: number): number {
  return 2 ** (32 - mask);
}

export function formatAddress(address: number): string {
  return new ipaddr.IPv4([24, 16, 8, 0].map((shift) => (address >>> shift) & 255)).toString();
}

export function formatBlock({ start, mask }: Block): string {
  return `${formatAddress(start)}/${String(mask)}`;
}

/** The first range of the wanted size that begins at or after the end of the given one. */
export function blockAfter(previous: Block, mask: number): Block {
  const size = addresses(mask);
  return { start: Math.ceil((previous.start + addresses(previous.mask)) / size) * size, mask };
}

export function overlap(one: Block, other: Block): boolean {
  return one.start < other.start + addresses(other.mask) && other.start < one.start + addresses(one.mask);
}

/** Mask bits that number so many things. */
export function bitsFor(count: number): number {
  return count === 0 ? 0 : Math.ceil(Math.log2(count));
}
