export { AccountBaseline, type AccountBaselineArgs } from "./account-baseline/index.ts";
export { AuditTrail, type AuditTrailArgs, type ObjectLock, ObjectLockMode } from "./audit-trail/index.ts";
export { BACKUP_EVERY_HOURS, DrVault, type DrVaultArgs, type RestoreTestSettings, type VaultLock } from "./dr-vault/index.ts";
export { keyAlias, KeyClass, KeyRing, type KeyRingArgs } from "./key-ring/index.ts";
export { DataClassification } from "./lib/data-classification.ts";
export type { Deployment } from "./lib/deployment.ts";
export type { Problem } from "./lib/problems.ts";
export { LOG_RETENTION_DAYS } from "./lib/log-retention.ts";
export { type DatabaseSettings, PhiDataStore, type PhiDataStoreArgs, PostgresVersion, type StoreNames, storeNames } from "./phi-data-store/index.ts";
export { replicaNames } from "./lib/store-names.ts";
export {
  CapacityType, type ClusterAccess, ClusterRole, KubernetesVersion, type NodeGroupArgs, type NodePoolArgs, planNodeGroups, podDemand, PrivateEksCluster, type PrivateEksClusterArgs, TaintEffect, type Workload,
} from "./private-eks-cluster/index.ts";
export { PhiReplica, type PhiReplicaArgs, RECOVERY_FACTS, type RecoveryFact } from "./phi-replica/index.ts";
export { DatabaseEngine, NatStrategy, type NetworkDemand, networkSettings, networkShape, NetworkUse, SecureVpc, type SecureVpcArgs } from "./secure-vpc/index.ts";
export { type AddressPlan, type AddressRequest, planAddresses } from "./secure-vpc/address-plan.ts";
