export { type ClusterAccess, ClusterRole } from "./cluster-access.ts";
export { KubernetesVersion } from "./kubernetes-versions.ts";
export type { NodePoolArgs } from "./node-settings.ts";
export { PrivateEksCluster, type PrivateEksClusterArgs } from "./private-eks-cluster.ts";
export type { Workload } from "./workload-identity.ts";
