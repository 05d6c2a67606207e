export { AccountBaseline, type AccountBaselineArgs } from "./account-baseline/index.ts";
export { AuditTrail, type AuditTrailArgs, type ObjectLock, ObjectLockMode } from "./audit-trail/index.ts";
export { BACKUP_EVERY_HOURS, DrVault, type DrVaultArgs, type RestoreTestSettings, type VaultLock } from "./dr-vault/index.ts";
export { keyAlias, KeyClass, KeyRing, type KeyRingArgs } from "./key-ring/index.ts";
export { DataClassification } from "./lib/data-classification.ts";
export type { Deployment } from "./lib/deployment.ts";
export { LOG_RETENTION_DAYS } from "./lib/log-retention.ts";
export { type DatabaseSettings, PhiDataStore, type PhiDataStoreArgs, PostgresVersion, storeNames, type StoreNames } from "./phi-data-store/index.ts";
export {
  type ClusterAccess, ClusterRole, KubernetesVersion, type NodePoolArgs, PrivateEksCluster, type PrivateEksClusterArgs, type Workload,
} from "./private-eks-cluster/index.ts";
export { DatabaseEngine, NatStrategy, type NetworkDemand, SecureVpc, type SecureVpcArgs } from "./secure-vpc/index.ts";
export { type AddressPlan, type AddressRequest, planAddresses } from "./secure-vpc/address-plan.ts";
