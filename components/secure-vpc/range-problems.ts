import type { Problem } from "../lib/problems.ts";
import { overlaps, parseBlock } from "./ipv4-block.ts";

/** Ranges that are none, and ranges named twice. */
export function rangeProblems(argument: string, cidrs: readonly string[]): readonly Problem[] {
  if (new Set(cidrs).size < cidrs.length) {
    return [{ argument, value: cidrs, allowed: "each range once", change: "Leave the second mention out" }];
  }
  return cidrs.flatMap((cidr, index) => parseBlock(cidr) === undefined ? [{
    argument: `${argument}[${String(index)}]`, value: cidr, allowed: "a range in CIDR notation that starts at its own first address", change: "Give one such as 203.0.113.0/24",
  }] : []);
}

/** Networks with a range in common can never be connected: an address would mean two places. */
export function peerProblems(peers: readonly string[], own: Readonly<Record<string, string | undefined>>): readonly Problem[] {
  return [...rangeProblems("peerCidrs", peers), ...peers.flatMap((cidr, index) => Object.entries(own).flatMap(([argument, range]) => {
    const [peer, block] = [parseBlock(cidr), parseBlock(range ?? "")];
    return peer !== undefined && block !== undefined && overlaps(peer, block) ? [{
      argument: `peerCidrs[${String(index)}]`, value: cidr, allowed: `a range apart from ${argument} = ${range ?? ""}, or the two networks can never be connected`, change: `Give one of the two networks another range, such as ${elsewhere(range ?? "")}`,
    }] : [];
  }))];
}

/** Ranges that workloads may call; everywhere is what the groups exist to prevent (S4-19). */
export function outboundProblems(cidrs: readonly string[], natGateways: number): readonly Problem[] {
  return [
    ...rangeProblems("outboundCidrs", cidrs),
    ...cidrs.flatMap((cidr, index) => (parseBlock(cidr)?.prefix ?? WIDEST_OUTBOUND) < WIDEST_OUTBOUND ? [{
      argument: `outboundCidrs[${String(index)}]`, value: cidr, allowed: `ranges of named partners, /${String(WIDEST_OUTBOUND)} or narrower (S4-19)`, change: "Give the partner's own addresses",
    }] : []),
    ...(natGateways > 0 || cidrs.length === 0 ? [] : [{
      argument: "outboundCidrs", value: cidrs, allowed: "none without NAT gateways, which are the only way out of the network", change: "Leave it out, or set natStrategy to OnePerAz or Single",
    }]),
  ];
}

const WIDEST_OUTBOUND = 16;

function elsewhere(range: string): string {
  return range.startsWith("10.1.") ? "10.2.0.0/16" : range.startsWith("100.") ? "100.65.0.0/16" : "10.1.0.0/16";
}
