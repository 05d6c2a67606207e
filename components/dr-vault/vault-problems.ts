import { lockModeProblems, ObjectLockMode } from "../lib/object-lock.ts";
import type { Problem } from "../lib/problems.ts";
import { AIR_GAPPED_LEAST } from "./air-gapped-vault.ts";
import { type BackupRule, backupRules, type BackupSettings, CopyTarget } from "./backup-rules.ts";
import type { DrVaultArgs, VaultLock } from "./dr-vault-args.ts";
import { vaultNames } from "./vault-names.ts";

/** Longest point-in-time recovery of AWS Backup, in days. */
const LONGEST_CONTINUOUS = 35;
/** Least days between the move to cold storage and deletion. */
const COLD_LEAST = 90;
/** Least days before a COMPLIANCE lock becomes final. */
const GRACE_LEAST = 3;
/** A week: time to notice that something deletes backups. */
const LOCK_LEAST = 7;
const LONGEST = 36_500;
export const BACKUP_EVERY_HOURS: readonly number[] = [1, 2, 3, 4, 6, 8, 12, 24];
const RESTORE_TEST_NAME = /^[a-zA-Z0-9_]{1,50}$/u;

/** The arguments as far as they can be wrong: a component's own, or those that a stack would give it. */
export type VaultRequest = Omit<DrVaultArgs, "backupKeyArn" | "recoveryBackupKeyArn" | "alertTopicArn" | "recoveryAlertTopicArn">;

export function backupSettings(args: VaultRequest): BackupSettings {
  return {
    continuousDays: args.continuousRetentionDays ?? 35,
    everyHours: args.backupEveryHours ?? 24,
    copyDays: args.copyRetentionDays ?? 35,
    monthlyDays: args.monthlyRetentionDays ?? 2557,
    coldAfterDays: args.coldStorageAfterDays,
    airGapped: args.airGapped === undefined ? undefined : { copyDays: args.airGapped.retentionDays, snapshotDays: args.vaultLock.minimumDays },
  };
}

/** Everything that is wrong with the arguments, before anything is created. */
export function vaultProblems(args: VaultRequest, settings: BackupSettings = backupSettings(args)): readonly Problem[] {
  const { vaultLock, deployment } = args;
  const { restoreTestingPlan } = vaultNames(deployment);
  return [
    ...lockProblems(vaultLock),
    ...frequencyProblems(settings),
    ...oncePerArgument(Object.values(backupRules(settings)).flat().flatMap((rule) => ruleProblems(rule, vaultLock))),
    ...airGappedProblems(args),
    ...restoreTestProblems(args),
    ...(deployment.recoveryRegion === deployment.region ? [{
      argument: "deployment.recoveryRegion", value: deployment.recoveryRegion, allowed: `a region other than ${deployment.region}: copies must survive its loss`, change: "Choose one far enough not to share its disasters",
    }] : []),
    ...(RESTORE_TEST_NAME.test(restoreTestingPlan) ? [] : [{
      argument: "deployment.prefix", value: deployment.prefix, allowed: `restore testing takes names of at most 50 letters, digits and underscores, and ${restoreTestingPlan} is none`, change: "Shorten the prefix",
    }]),
  ];
}

function lockProblems({ mode, minimumDays, maximumDays, graceDays, confirmCompliance }: VaultLock): readonly Problem[] {
  const problems: Problem[] = [...lockModeProblems("vaultLock", mode, confirmCompliance)];
  if (!Number.isInteger(minimumDays) || minimumDays < LOCK_LEAST || minimumDays > LONGEST) {
    problems.push({ argument: "vaultLock.minimumDays", value: minimumDays, allowed: `whole days from ${String(LOCK_LEAST)} to ${String(LONGEST)}`, change: "Give the days before which nobody may delete a recovery point" });
  } else if (!Number.isInteger(maximumDays) || maximumDays < minimumDays || maximumDays > LONGEST) {
    problems.push({ argument: "vaultLock.maximumDays", value: maximumDays, allowed: `whole days from minimumDays (${String(minimumDays)}) to ${String(LONGEST)}`, change: "Raise it to the longest retention of any rule" });
  }
  if (mode === ObjectLockMode.Governance && graceDays !== undefined) {
    problems.push({ argument: "vaultLock.graceDays", value: graceDays, allowed: "only a COMPLIANCE lock has a grace time", change: "Remove it" });
  }
  if (mode === ObjectLockMode.Compliance && graceDays !== undefined && (!Number.isInteger(graceDays) || graceDays < GRACE_LEAST || graceDays > LONGEST)) {
    problems.push({ argument: "vaultLock.graceDays", value: graceDays, allowed: `whole days, at least ${String(GRACE_LEAST)}`, change: "Leave it out for 3" });
  }
  return problems;
}

function frequencyProblems({ continuousDays, everyHours }: BackupSettings): readonly Problem[] {
  const problems: Problem[] = [];
  if (!Number.isInteger(continuousDays) || continuousDays < 1 || continuousDays > LONGEST_CONTINUOUS) {
    problems.push({ argument: "continuousRetentionDays", value: continuousDays, allowed: `AWS Backup keeps continuous backups for 1 to ${String(LONGEST_CONTINUOUS)} days`, change: "Leave it out for 35" });
  }
  if (!BACKUP_EVERY_HOURS.includes(everyHours)) {
    problems.push({ argument: "backupEveryHours", value: everyHours, allowed: `hours that divide a day: ${BACKUP_EVERY_HOURS.join(", ")}`, change: "Leave it out for 24" });
  }
  return problems;
}

/** AWS takes such a plan and fails every job of the rule. */
function ruleProblems(rule: BackupRule, lock: VaultLock): readonly Problem[] {
  const named = ARGUMENTS[rule.name] ?? { kept: rule.name, copies: rule.name };
  const copyMinimum = rule.copyTo === CopyTarget.AirGapped ? AIR_GAPPED_LEAST : lock.minimumDays;
  const problems = [
    ...retentionProblems(named.kept, rule.deleteAfter, lock.minimumDays, lock.maximumDays, `every ${rule.name} job fails to store its recovery points`),
    // One argument for both is reported once.
    ...(named.kept === named.copies ? [] : retentionProblems(named.copies, rule.copyDeleteAfter, copyMinimum, lock.maximumDays, `every ${rule.name} job fails to store its copies`)),
  ];
  return rule.coldAfter === undefined || (Number.isInteger(rule.coldAfter) && rule.coldAfter >= 1 && rule.deleteAfter >= rule.coldAfter + COLD_LEAST) ? problems : [...problems, {
    argument: "coldStorageAfterDays", value: rule.coldAfter,
    allowed: `whole days, at least ${String(COLD_LEAST)} less than monthlyRetentionDays (${String(rule.deleteAfter)})`, change: "Lower it, or leave it out to keep recovery points warm",
  }];
}

/** Arguments that set the retention of a rule's recovery points and of their copies. */
const ARGUMENTS: Readonly<Record<string, { readonly kept: string; readonly copies: string }>> = {
  continuous: { kept: "continuousRetentionDays", copies: "copyRetentionDays" },
  daily: { kept: "copyRetentionDays", copies: "copyRetentionDays" },
  monthly: { kept: "monthlyRetentionDays", copies: "monthlyRetentionDays" },
  "air-gapped": { kept: "vaultLock.minimumDays", copies: "airGapped.retentionDays" },
};

function retentionProblems(argument: string, days: number, least: number, most: number, otherwise: string): readonly Problem[] {
  return Number.isInteger(days) && days >= least && days <= most ? [] : [{
    argument, value: days, allowed: `whole days within the vault's lock, ${String(least)} to ${String(most)}, or ${otherwise}`, change: "Change it, or vaultLock",
  }];
}

/** Rules of several plans share arguments; the first that fails stands for all. */
function oncePerArgument(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ argument }, index) => problems.findIndex((other) => other.argument === argument) === index);
}

function airGappedProblems({ airGapped }: VaultRequest): readonly Problem[] {
  return airGapped === undefined || airGapped.confirmCompliance ? [] : [{
    argument: "airGapped.confirmCompliance", value: airGapped.confirmCompliance, allowed: "an air-gapped vault is always under a COMPLIANCE lock, so it must be confirmed with true",
    change: "Set it to true, or leave airGapped out",
  }];
}

/** Backups that were never restored are hopes (S1-71). */
function restoreTestProblems({ restoreTest }: VaultRequest): readonly Problem[] {
  const { databaseSubnetGroupName: subnets, databaseSecurityGroupId: group } = restoreTest;
  if ((subnets === undefined) !== (group === undefined)) {
    const argument = `restoreTest.${subnets === undefined ? "databaseSubnetGroupName" : "databaseSecurityGroupId"}`;
    return [{ argument, value: null, allowed: "a database is restored into its subnets and its security group", change: "Give both, or neither where there is no database" }];
  }
  return Object.values(restoreTest).some((given) => given !== undefined) ? [] : [{
    argument: "restoreTest", value: restoreTest, allowed: "a restore of at least one type must be tested each month", change: "Give the keys of the stores, and where the database is",
  }];
}
