export { AccessHost, type AccessHostArgs, sshCidrProblems } from "./access-host/index.ts";
export { AccountBaseline, type AccountBaselineArgs, breakGlassProblems, contactProblems } from "./account-baseline/index.ts";
export { apiDomainProblems, ApiEdge, type ApiEdgeArgs, type Hop, REQUEST_PATH } from "./api-edge/index.ts";
export { AuditTrail, type AuditTrailArgs, type ObjectLock, ObjectLockMode } from "./audit-trail/index.ts";
export { AggregatorScope, ComplianceMonitor, type ComplianceMonitorArgs } from "./compliance-monitor/index.ts";
export { contentDomainProblems, ContentDelivery, type ContentDeliveryArgs } from "./content-delivery/index.ts";
export { DeliveryRoles, type DeliveryRolesArgs, githubProblems } from "./delivery-roles/index.ts";
export { BACKUP_EVERY_HOURS, DrVault, type DrVaultArgs, type RestoreTestSettings, type VaultLock } from "./dr-vault/index.ts";
export { applicationProblems, Identity, type IdentityArgs } from "./identity/index.ts";
export { keyAlias, KeyClass, KeyRing, type KeyRingArgs } from "./key-ring/index.ts";
export { DataClassification } from "./lib/data-classification.ts";
export type { Deployment } from "./lib/deployment.ts";
export type { Problem } from "./lib/problems.ts";
export { LOG_RETENTION_DAYS } from "./lib/log-retention.ts";
export { type DatabaseSettings, PhiDataStore, type PhiDataStoreArgs, PostgresVersion, RecordsStore, type RecordsStoreArgs, type StoreNames, storeNames } from "./phi-data-store/index.ts";
export { databaseProblems } from "./lib/database-problems.ts";
export { replicaNames } from "./lib/store-names.ts";
export { Observability, type ObservabilityArgs } from "./observability/index.ts";
export {
  CapacityType, type ClusterAccess, ClusterRole, KubernetesVersion, type NodeGroupArgs, type NodePoolArgs, planNodeGroups, podDemand, PrivateEksCluster, type PrivateEksClusterArgs, TaintEffect, type Workload, WORKLOAD_LOGS,
} from "./private-eks-cluster/index.ts";
export { PhiReplica, type PhiReplicaArgs, type RecoveryFact, recoveryFacts } from "./phi-replica/index.ts";
export { DatabaseEngine, NatStrategy, type NetworkDemand, networkSettings, networkShape, NetworkUse, SecureVpc, type SecureVpcArgs } from "./secure-vpc/index.ts";
export { type AddressPlan, type AddressRequest, planAddresses } from "./secure-vpc/address-plan.ts";
export { failoverProblems, RegionFailover, type RegionFailoverArgs } from "./region-failover/index.ts";
export { alertProblems, SecurityAlerts, type SecurityAlertsArgs } from "./security-alerts/index.ts";
export { Administration, ThreatDetection, type ThreatDetectionArgs } from "./threat-detection/index.ts";
