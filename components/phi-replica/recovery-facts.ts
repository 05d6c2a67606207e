import { DatabaseEngine } from "../lib/database-engine.ts";
import { GLOBAL_LAG_SECONDS } from "../lib/global-database.ts";

import { REPLICATION_MINUTES } from "../lib/bucket-replication.ts";

/** What a replicated store attains when the primary region is lost, and what that rests on. */
export interface RecoveryFact {
  /** The store, in the words of PhiDataStore. */
  readonly store: "database" | "bucket" | "records table" | "database secret";
  /** Minutes of data lost at most, by design; an alarm goes off before. */
  readonly rpoMinutes: number;
  /** Minutes until the store takes writes in the recovery region, once somebody has decided so. */
  readonly rtoMinutes: number;
  /** Whether AWS guarantees the figure by a service level agreement; otherwise it is what is usual, with an alarm. */
  readonly guaranteed: boolean;
  readonly by: string;
  /** CloudWatch metric that measures it; undefined where AWS has none. */
  readonly metric: string | undefined;
}

/** Minutes of replication lag at which the database's alarm goes off. */
export const LAG_ALARM_MINUTES = 5;

/** Attained objectives of every replicated store (S1-72, S1-73, X-08). */
export const RECOVERY_FACTS: readonly RecoveryFact[] = [
  {
    store: "database", rpoMinutes: LAG_ALARM_MINUTES, rtoMinutes: 15, guaranteed: false, metric: "AWS/RDS ReplicaLag",
    by: "cross-region read replica, seconds behind in normal operation; promotion takes minutes and a restart",
  },
  {
    store: "bucket", rpoMinutes: REPLICATION_MINUTES, rtoMinutes: 0, guaranteed: true, metric: "AWS/S3 ReplicationLatency",
    by: "replication time control: 99.99 % of objects within 15 minutes by design, 99.9 % by service level agreement; the replica can be read and written at any time",
  },
  {
    store: "records table", rpoMinutes: 1, rtoMinutes: 0, guaranteed: false, metric: "AWS/DynamoDB ReplicationLatency",
    by: "global table, about a second behind; the replica takes writes at any time",
  },
  {
    store: "database secret", rpoMinutes: 1, rtoMinutes: 1, guaranteed: false, metric: undefined,
    by: "Secrets Manager copies each new version to the recovery region; the copy is promoted on its own",
  },
];

/** What a cluster of Aurora attains instead of a read replica. */
const GLOBAL_DATABASE: RecoveryFact = {
  store: "database", rpoMinutes: GLOBAL_LAG_SECONDS / 60, rtoMinutes: 5, guaranteed: false, metric: "AWS/RDS AuroraGlobalDBRPOLag",
  by: `Aurora global database, about a second behind; holds commits back at ${String(GLOBAL_LAG_SECONDS)} seconds; a running secondary takes over within minutes`,
};

/** The same with what the database's engine attains. */
export function recoveryFacts(engine: DatabaseEngine): readonly RecoveryFact[] {
  return engine === DatabaseEngine.AuroraPostgres ? RECOVERY_FACTS.map((fact) => (fact.store === "database" ? GLOBAL_DATABASE : fact)) : RECOVERY_FACTS;
}
