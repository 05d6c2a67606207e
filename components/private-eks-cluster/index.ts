export { type ClusterAccess, ClusterRole } from "./cluster-access.ts";
export { KubernetesVersion } from "./kubernetes-versions.ts";
export { CapacityType, type NodeGroupArgs, planNodeGroups } from "./node-groups.ts";
export { type NodeTaint, TaintEffect } from "./node-placement.ts";
export type { NodePoolArgs } from "./node-settings.ts";
export { podDemand } from "./pod-network.ts";
export { PrivateEksCluster, type PrivateEksClusterArgs } from "./private-eks-cluster.ts";
export { type Workload, workloadRole, type WorkloadRoleArgs } from "./workload-identity.ts";
export { workloadLogName } from "./workload-logs.ts";
