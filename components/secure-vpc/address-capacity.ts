import type { Problem } from "../lib/problems.ts";
import type { AddressPlan } from "./address-plan.ts";
import { parseBlock, sizeOf } from "./ipv4-block.ts";

/** What the network must have addresses for. */
export interface NetworkDemand {
  /** Most nodes that the cluster may grow to, over all zones. */
  readonly maxNodes: number;
  /** Most addresses that one node takes for its pods, with those that it keeps ready for more. */
  readonly podsPerNode: number;
}

/** AWS keeps the first four addresses of a subnet and the last. */
const RESERVED = 5;
/** The cluster's own interfaces, load balancers, and a node that replaces another during an update. */
const HEADROOM = 24;
/** 30 managed node groups of 450 nodes (EKS quotas). */
const MOST_NODES = 13_500;
/** What the largest instances take: 15 interfaces of 50 addresses. */
const MOST_ADDRESSES = 750;

/** Refuses numbers that are no numbers of nodes or addresses. */
export function demandProblems(demand: NetworkDemand | undefined): readonly Problem[] {
  return demand === undefined ? [] : [...wholeNumber("demand.maxNodes", demand.maxNodes, MOST_NODES), ...wholeNumber("demand.podsPerNode", demand.podsPerNode, MOST_ADDRESSES)];
}

function wholeNumber(argument: string, value: number, most: number): readonly Problem[] {
  return Number.isInteger(value) && value >= 1 && value <= most ? [] : [{
    argument, value, allowed: `a whole number from 1 to ${String(most)}, the most that EKS reaches`, change: "Give the most that the cluster may grow to",
  }];
}

/** Refuses a plan that runs out of addresses: for the interface endpoints, or before the cluster has grown to its maximum. */
export function capacityProblems(plan: AddressPlan, demand: NetworkDemand | undefined, endpoints: number): readonly Problem[] {
  const crowded = shortage("private", plan.private, endpoints).slice(0, 1).map(({ cidr, usable }) => ({
    argument: "cidrBlock",
    value: cidr,
    allowed: `private subnets with an address for each of ${String(endpoints)} interface endpoints; ${cidr} has ${String(usable)} usable ones`,
    change: "Give a larger cidrBlock, or larger privateCidrs",
  }));
  if (demand === undefined || crowded.length > 0) {
    return crowded;
  }
  const nodes = Math.ceil(demand.maxNodes / plan.private.length);
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
