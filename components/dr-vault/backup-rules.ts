import type { input } from "@pulumi/aws/types/index.js";
import { BackupClass } from "../lib/backup-tag.ts";
import type { Deployment } from "../lib/deployment.ts";
import { vaultNames } from "./vault-names.ts";

/** When and for how long backups are made; days unless the name says otherwise. */
export interface BackupSettings {
  /** Point-in-time recovery in the primary region. */
  readonly continuousDays: number;
  /** Hours between backups that are copied to the recovery region. */
  readonly everyHours: number;
  /** Their copies in the recovery region, and daily backups of other classes with theirs. */
  readonly copyDays: number;
  /** Monthly recovery points, and their copies. */
  readonly monthlyDays: number;
  /** Age at which monthly recovery points move to cold storage; undefined for never. */
  readonly coldAfterDays: number | undefined;
  /** Daily copies in the air-gapped vault, and the snapshots they are made from; undefined for none. */
  readonly airGapped: { readonly copyDays: number; readonly snapshotDays: number } | undefined;
}

/** Minutes within which AWS Backup starts a job after its time. */
export const START_WINDOW_MINUTES = 60;
/** Minutes after which an unfinished job is given up. */
const COMPLETION_WINDOW_MINUTES = 720;

/** Where a rule copies to. */
export const CopyTarget = { Region: "region", AirGapped: "air-gapped" } as const;
export type CopyTarget = (typeof CopyTarget)[keyof typeof CopyTarget];

/** A rule before it becomes a resource, with what the lock of each vault is checked against. */
export interface BackupRule {
  readonly name: string;
  readonly schedule: string;
  readonly continuous: boolean;
  readonly deleteAfter: number;
  readonly copyTo: CopyTarget;
  readonly copyDeleteAfter: number;
  readonly coldAfter: number | undefined;
}

/** The rules of each class's plan. AWS Backup restores evidence and what is operational to days, PHI to seconds. */
export function backupRules(settings: BackupSettings): Readonly<Record<BackupClass, readonly BackupRule[]>> {
  const monthly: BackupRule = {
    name: "monthly", schedule: "cron(0 7 1 * ? *)", continuous: false, copyTo: CopyTarget.Region,
    deleteAfter: settings.monthlyDays, copyDeleteAfter: settings.monthlyDays, coldAfter: settings.coldAfterDays,
  };
  const daily: BackupRule = {
    name: "daily", schedule: everyHours(24), continuous: false, copyTo: CopyTarget.Region, deleteAfter: settings.copyDays, copyDeleteAfter: settings.copyDays, coldAfter: undefined,
  };
  return {
    [BackupClass.Phi]: [
      {
        name: "continuous", schedule: everyHours(settings.everyHours), continuous: true, copyTo: CopyTarget.Region,
        deleteAfter: settings.continuousDays, copyDeleteAfter: settings.copyDays, coldAfter: undefined,
      },
      monthly,
      ...airGappedRules(settings),
    ],
    [BackupClass.Audit]: [daily, monthly],
    [BackupClass.Operational]: [daily],
  };
}

/** A rule of its own: AWS does not copy a continuous recovery point within its region. */
function airGappedRules({ airGapped }: BackupSettings): readonly BackupRule[] {
  return airGapped === undefined ? [] : [{
    name: "air-gapped", schedule: "cron(0 8 * * ? *)", continuous: false, copyTo: CopyTarget.AirGapped,
    deleteAfter: airGapped.snapshotDays, copyDeleteAfter: airGapped.copyDays, coldAfter: undefined,
  }];
}

/** The rules as a plan takes them. */
export function planRules(deployment: Deployment, rules: readonly BackupRule[]): input.backup.PlanRule[] {
  const { vault, copyVaultArn, airGappedVaultArn } = vaultNames(deployment);
  return rules.map(({ name, schedule, continuous, deleteAfter, copyTo, copyDeleteAfter, coldAfter }) => ({
    ruleName: name,
    targetVaultName: vault,
    schedule,
    startWindow: START_WINDOW_MINUTES,
    completionWindow: COMPLETION_WINDOW_MINUTES,
    enableContinuousBackup: continuous,
    lifecycle: lifecycle(deleteAfter, coldAfter),
    copyActions: [{ destinationVaultArn: copyTo === CopyTarget.AirGapped ? airGappedVaultArn : copyVaultArn, lifecycle: lifecycle(copyDeleteAfter, coldAfter) }],
  }));
}

function lifecycle(deleteAfter: number, coldStorageAfter: number | undefined): input.backup.PlanRuleLifecycle {
  return coldStorageAfter === undefined ? { deleteAfter } : { deleteAfter, coldStorageAfter, optInToArchiveForSupportedResources: true };
}

/** Cron expression, in UTC: once a day at 05:00, or every few hours on the hour. */
function everyHours(hours: number): string {
  return hours === 24 ? "cron(0 5 * * ? *)" : `cron(0 0/${String(hours)} * * ? *)`;
}

/** Backups that AWS Backup restores to any second are at most this old, by its log shipping. */
const CONTINUOUS_RPO_MINUTES = 5;

/** What backups alone lose at most, in minutes: while the region stands, and when it is lost. */
export function attainedRpoMinutes({ everyHours: hours }: BackupSettings): { readonly inRegion: number; readonly regionLost: number } {
  // A copy starts when its backup is complete; both have the start window to begin.
  return { inRegion: CONTINUOUS_RPO_MINUTES, regionLost: hours * 60 + 2 * START_WINDOW_MINUTES };
}
