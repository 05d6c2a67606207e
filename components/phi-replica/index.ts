export { PhiReplica, type PhiReplicaArgs } from "./phi-replica.ts";
export { RECOVERY_FACTS, type RecoveryFact, recoveryFacts } from "./recovery-facts.ts";
export type { GlobalDatabase, ReplicaDatabase } from "./replica-settings.ts";
