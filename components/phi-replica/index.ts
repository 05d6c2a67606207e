export { PhiReplica, type PhiReplicaArgs, type ReplicaDatabase } from "./phi-replica.ts";
export { RECOVERY_FACTS, type RecoveryFact } from "./recovery-facts.ts";
