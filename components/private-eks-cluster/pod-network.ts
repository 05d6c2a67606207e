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
  /** Addresses for pods on one node. */
  readonly podsPerNode: number;
}

/** EKS lets a managed node below 30 vCPUs hold 110 pods: seven blocks of 16, and one that is kept warm. */
const ADDRESSES_OF_BLOCKS = 128;
/** Secondary addresses of all interfaces of a node, by the size after the dot; larger sizes hold 110 pods. */
const ADDRESSES: Readonly<Record<string, number>> = { nano: 4, micro: 4, small: 11, medium: 17, large: 35, xlarge: 58, "2xlarge": 58 };

/** What the network must have addresses for, so that the groups can grow to their maximum. */
export function podDemand(groups: readonly { readonly instanceTypes: readonly string[]; readonly maxSize: number }[], ownSubnets: boolean): PodDemand {
  const sizes = groups.flatMap(({ instanceTypes }) => instanceTypes.map((type) => ADDRESSES[type.split(".")[1] ?? ""] ?? 110));
  return {
    maxNodes: groups.reduce((sum, { maxSize }) => sum + maxSize, 0),
    podsPerNode: ownSubnets ? ADDRESSES_OF_BLOCKS : Math.max(...sizes),
  };
}
