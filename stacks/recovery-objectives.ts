import { DatabaseEngine, recoveryFacts } from "../components/index.ts";

/**
 * How much stands ready in the recovery region (X-08).
 * `backup`: copies of backups alone. `pilotLight`: every store is replicated, the network and a
 * cluster without nodes stand. `warmStandby`: an Aurora secondary and running nodes besides.
 */
export const DrMode = { Backup: "backup", PilotLight: "pilotLight", WarmStandby: "warmStandby" } as const;
export type DrMode = (typeof DrMode)[keyof typeof DrMode];

/** What a store attains when the primary region is lost. */
export interface StoreObjective {
  readonly store: string;
  /** Minutes of data that are lost at most, by design. */
  readonly rpoMinutes: number;
  /** Minutes until the store can be used in the recovery region. */
  readonly rtoMinutes: number;
  /** What the figures rest on. */
  readonly by: string;
}

export interface RecoveryObjectives {
  readonly stores: readonly StoreObjective[];
  /** The worst of the stores. */
  readonly rpoMinutes: number;
  /** Until the platform serves again in the recovery region. */
  readonly rtoMinutes: number;
}

/** What the objectives depend on. */
export interface RecoveryDesign {
  readonly mode: DrMode;
  /** Hours between backups that are copied to the recovery region. */
  readonly backupEveryHours: number;
  /**
   * Engine of the database.
   * @default postgres
   */
  readonly engine?: DatabaseEngine;
  /**
   * Stores that are backed up.
   * @default those of a platform: database, bucket and records table
   */
  readonly stores?: readonly string[];
}

/**
 * Minutes of a failover, each step at the upper end of its budget. Detection is three health checks
 * of 30 seconds; the decision is a person's; nodes are AWS's work; what a store takes after that is the store's.
 */
const STEP = {
  detect: 3, declare: 10, fence: 2, recordLoss: 1, startNodes: 12, scalePods: 4, refreshSecrets: 2, smokeTest: 3, switchNames: 2,
  /** A network, a cluster and its add-ons, built from nothing. */
  buildRegion: 50,
  /** A restore from snapshots takes hours; four cover a database of some hundred GiB. */
  restore: 240,
} as const;

/** AWS Backup may start a job an hour after its time; a copy follows its backup under the same window. */
const BACKUP_WINDOWS_MINUTES = 120;
/** What the design attains when the primary region is lost, by store and in all. */
export function attainedObjectives(design: RecoveryDesign): RecoveryObjectives {
  const stores = design.mode === DrMode.Backup ? fromBackups(design) : fromReplicas(design.engine);
  const workloads = { [DrMode.Backup]: 0, [DrMode.PilotLight]: STEP.startNodes, [DrMode.WarmStandby]: STEP.scalePods }[design.mode];
  const lastStore = Math.max(...stores.map(({ rtoMinutes }) => rtoMinutes));
  return {
    stores,
    rpoMinutes: Math.max(...stores.map(({ rpoMinutes }) => rpoMinutes)),
    rtoMinutes: lastStore + workloads + STEP.refreshSecrets + STEP.smokeTest + STEP.switchNames,
  };
}

function fromBackups({ backupEveryHours, stores = ["database", "bucket", "records table"] }: RecoveryDesign): readonly StoreObjective[] {
  const rpoMinutes = backupEveryHours * 60 + BACKUP_WINDOWS_MINUTES;
  const rtoMinutes = STEP.detect + STEP.declare + STEP.buildRegion + STEP.restore;
  const by = `copies of backups every ${backupEveryHours === 1 ? "hour" : `${String(backupEveryHours)} hours`}, restored into a region built anew`;
  return stores.map((store) => ({ store, rpoMinutes, rtoMinutes, by }));
}

function fromReplicas(engine: DatabaseEngine = DatabaseEngine.Postgres): readonly StoreObjective[] {
  const decided = STEP.detect + STEP.declare + STEP.fence + STEP.recordLoss;
  return recoveryFacts(engine).map(({ store, rpoMinutes, rtoMinutes, by }) => ({ store, rpoMinutes, rtoMinutes: decided + rtoMinutes, by }));
}

/** The objectives as text, for the end of a preview. */
export function renderObjectives({ stores, rpoMinutes, rtoMinutes }: RecoveryObjectives, mode: DrMode): string {
  const rows = [...stores, { store: "platform", rpoMinutes, rtoMinutes, by: "the worst store; until names point to the recovery region" }];
  const width = Math.max(...rows.map(({ store }) => store.length));
  return [
    `Recovery when the region is lost (dr.mode ${mode}), in minutes`,
    ...rows.map(({ store, rpoMinutes: rpo, rtoMinutes: rto, by }) => `  ${store.padEnd(width)}  RPO ${String(rpo).padStart(4)}  RTO ${String(rto).padStart(4)}  ${by}`),
  ].join("\n");
}
