/** Who is on the other side of a rule of the nodes' group. */
export type NodePeer = "nodes" | "controlPlane";

export interface NodeRule {
  /** Part of the rule's logical name; never changes for a rule. */
  readonly key: string;
  /** Whose group the rule belongs to. */
  readonly group: NodePeer;
  readonly direction: "ingress" | "egress";
  readonly protocol: "tcp" | "udp";
  readonly fromPort: number;
  readonly toPort: number;
  readonly peer: NodePeer;
  readonly reason: string;
}

/** Ports of the nodes that the control plane calls. */
const CONTROL_PLANE_CALLS = [
  { port: 443, reason: "API servers that extend Kubernetes" },
  { port: 8443, reason: "Admission webhooks" },
  { port: 9443, reason: "Webhooks of the load balancer controller" },
  { port: 10_250, reason: "Kubelet: logs, exec and metrics" },
] as const;

/** What nodes and control plane need of each other. Traffic between pods is narrowed further by network policies. */
export const NODE_RULES: readonly NodeRule[] = [
  { key: "api-from-nodes", group: "controlPlane", direction: "ingress", protocol: "tcp", fromPort: 443, toPort: 443, peer: "nodes", reason: "Kubernetes API, called by nodes and pods" },
  { key: "nodes-to-api", group: "nodes", direction: "egress", protocol: "tcp", fromPort: 443, toPort: 443, peer: "controlPlane", reason: "Kubernetes API" },
  ...CONTROL_PLANE_CALLS.map(({ port, reason }): NodeRule => ({
    key: `nodes-from-control-plane-${String(port)}`, group: "nodes", direction: "ingress", protocol: "tcp", fromPort: port, toPort: port, peer: "controlPlane", reason,
  })),
  ...(["tcp", "udp"] as const).flatMap((protocol): readonly NodeRule[] => between(`dns-${protocol}`, protocol, 53, 53, "Names of services, from CoreDNS")),
  ...between("pods", "tcp", 1025, 65_535, "Pods on different nodes"),
];

function between(key: string, protocol: "tcp" | "udp", fromPort: number, toPort: number, reason: string): readonly NodeRule[] {
  const rule = { group: "nodes", protocol, fromPort, toPort, peer: "nodes", reason } as const;
  return [{ ...rule, key: `nodes-${key}-in`, direction: "ingress" }, { ...rule, key: `nodes-${key}-out`, direction: "egress" }];
}
