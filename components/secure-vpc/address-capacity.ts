import type { Problem } from "../lib/problems.ts";
import type { AddressPlan } from "./address-plan.ts";
import { parseBlock, sizeOf } from "./ipv4-block.ts";

/** What the network must have addresses for. */
export interface NetworkDemand {
  /** Most nodes that the cluster may grow to, over all zones. */
  readonly maxNodes: number;
  /** Most pods on one node; each takes an address of its own. */
  readonly podsPerNode: number;
}

/** AWS keeps the first four addresses of a subnet and the last. */
const RESERVED = 5;
/** The cluster's own interfaces, load balancers, and a node that replaces another during an update. */
const HEADROOM = 24;

/** Refuses a plan that runs out of addresses before the cluster has grown to its maximum. */
export function capacityProblems(plan: AddressPlan, demand: NetworkDemand | undefined, endpoints: number): readonly Problem[] {
  if (demand === undefined) {
    return [];
  }
  const zones = plan.private.length;
  const nodes = Math.ceil(demand.maxNodes / zones);
  const pods = nodes * demand.podsPerNode;
  const ownRange = plan.pods.length > 0;
  return [
    ...shortage("private", plan.private, nodes + endpoints + HEADROOM + (ownRange ? 0 : pods)),
    ...(ownRange ? shortage("pod", plan.pods, pods) : []),
  ].slice(0, 1).map(({ kind, cidr, usable, needed }) => ({
    argument: "demand",
    value: demand,
    allowed: `${kind} subnet ${cidr} has ${String(usable)} usable addresses, ${String(needed)} are needed in a zone`,
    change: ownRange ? "Give fewer nodes or a larger range" : "Give pods a range of their own (podCidrBlock: 100.64.0.0/16)",
  }));
}

function shortage(kind: string, cidrs: readonly string[], needed: number) {
  return cidrs.flatMap((cidr) => {
    const block = parseBlock(cidr);
    const usable = block === undefined ? 0 : sizeOf(block) - RESERVED;
    return usable < needed ? [{ kind, cidr, usable, needed }] : [];
  });
}
