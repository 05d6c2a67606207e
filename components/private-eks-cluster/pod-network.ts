/**
 * Settings of the network plugin, as the add-on takes them; known before anything exists, so that
 * they can be judged at the first preview. Network policies are always enforced.
 *
 * Pods in subnets of their own: the plugin finds those by the tag `kubernetes.io/role/cni: 1`, in the
 * zone of each node, with the groups that the node has. It takes whole blocks of 16 addresses there,
 * which spares calls of EC2 and lets a node hold 110 pods; between nodes and load balancers in a
 * small subnet it would find no free block before the single addresses ran out.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/cni-subnet-selection.html
 */
export function podNetwork(ownSubnets: boolean): string {
  const env = ownSubnets
    ? { ENABLE_PREFIX_DELEGATION: "true", ENABLE_SUBNET_DISCOVERY: "true", WARM_PREFIX_TARGET: "1" }
    : { ENABLE_PREFIX_DELEGATION: "false", ENABLE_SUBNET_DISCOVERY: "false" };
  return JSON.stringify({ enableNetworkPolicy: "true", env });
}

/** Addresses that one node takes for its pods. */
export interface PodDemand {
  /** Most nodes of all groups. */
  readonly maxNodes: number;
  /** Addresses that a node takes for pods, and keeps ready for more. */
  readonly podsPerNode: number;
}

/**
 * Addresses that a node takes at most, by the size after the dot of its type: those of all its
 * interfaces, or, where EKS allows fewer pods (110 below 30 vCPUs, 250 above), of as many interfaces
 * as the pods need and one that is kept ready.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/choosing-instance-type.html
 */
const SINGLE_ADDRESSES: Readonly<Record<string, number>> = { nano: 4, micro: 4, small: 12, medium: 18, large: 36, xlarge: 60, "2xlarge": 60, "3xlarge": 60, "4xlarge": 150, "6xlarge": 150 };
const LARGEST = { single: 300, inBlocks: 272 } as const;
/** Seven blocks of 16 for 110 pods, and one that is kept ready. */
const ADDRESSES_IN_BLOCKS = 128;

/** What the network must have addresses for, so that the groups can grow to their maximum. */
export function podDemand(groups: readonly { readonly instanceTypes: readonly string[]; readonly maxSize: number }[], ownSubnets: boolean): PodDemand {
  const nodes = groups.flatMap(({ instanceTypes }) => instanceTypes.map((type) => {
    const single = SINGLE_ADDRESSES[type.split(".")[1] ?? ""];
    return ownSubnets ? (single === undefined ? LARGEST.inBlocks : ADDRESSES_IN_BLOCKS) : single ?? LARGEST.single;
  }));
  return { maxNodes: groups.reduce((sum, { maxSize }) => sum + maxSize, 0), podsPerNode: Math.max(...nodes) };
}
