import { BACKUP_EVERY_HOURS, LOG_RETENTION_DAYS, ObjectLockMode, ROLE_ARN } from "../../components/index.ts";
import { anyOf, choice, day, group, oneOf, oneOfNumbers, region, text, wholeNumber } from "./fields.ts";
import { backupOptions, graceDays } from "./options.ts";

const waiver = group({
  reason: text(/\S.{9,}/u, "a sentence of at least 10 characters", "Say why the deployment must differ"),
  ticket: text(/\S/u, "the reference of the decision", "Give the ticket in which it was approved"),
  expires: day,
});

const lockMode = oneOf([ObjectLockMode.Governance, ObjectLockMode.Compliance], "GOVERNANCE can be lifted by an administrator, COMPLIANCE by nobody");
const confirmCompliance = choice("true says that nobody may ever lift the lock");

/** A lock of objects in a bucket. */
export const objectLock = group({
  mode: lockMode,
  days: wholeNumber(1, 3650, "days", "Give the days for which nobody may delete or overwrite"),
  confirmCompliance,
});

/** Where a stack lives, what its resources are called, and who answers for it. */
export const stackFields = {
  "aws:region": region,
  accountId: text(/^\d{12}$/u, "the 12 digits of an AWS account, in quotes", "Give the account that the stack belongs in, or leave it out for whichever the credentials are of").optional(),
  prefix: text(/^(?=.{3,20}$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u, "3 to 20 of a-z, 0-9 and single -, starting with a letter", "Choose the first part of every resource's name"),
  environment: oneOf(["Production", "Staging", "Development"], "It becomes the Environment tag (S4-75)"),
  owner: text(/^[\p{L}\p{N}_.:/=+\-@][\p{L}\p{N}\p{Zs}_.:/=+\-@]{1,63}$/u, "2 to 64 letters, digits, spaces and _ . : / = + - @, as AWS takes in tags", "Name the team that answers for the stack (S4-77)"),
};

/** The audit trail's logs. */
export const audit = group({
  retentionDays: wholeNumber(365, 36_500, "days", "365 is the documents' figure (S4-34); six years are 2192"),
  archiveAfterDays: wholeNumber(30, 3650, "days", "90 is the documents' figure (S4-33)"),
  objectLock,
  trailToCloudWatch: choice("false saves the stream and loses its alarms (S4-31)", true),
  organizationId: text(/^o-[a-z0-9]{10,32}$/u, "an id of AWS Organizations such as o-abcde12345", "For a trail of all accounts, in the management account, which owns it; else leave it out (S1-29)").optional(),
  logReaderRoleArns: anyOf(text(ROLE_ARN, "the ARN of an IAM role", "Name the role that auditors take"), "roles", "They read log files themselves, as who validates signatures must"),
  retentionWaiver: waiver.optional(),
});

/** Every log group of CloudWatch. */
export const logs = group({
  retentionDays: oneOfNumbers(LOG_RETENTION_DAYS, "days, the terms of CloudWatch Logs from a year on",
    "365 is the documents' figure (S4-102); evidence outside Development is kept for six years, 2192"),
});

/** Backups and the lock of both vaults. */
export const backup = group({
  lock: group({
    mode: lockMode,
    minimumDays: wholeNumber(7, 35, "days", "No recovery point can be deleted earlier; continuous backups live 35 days"),
    maximumDays: wholeNumber(90, 36_500, "days", "Not shorter than monthlyRetentionDays"),
    confirmCompliance,
    graceDays,
  }),
  everyHours: oneOfNumbers(BACKUP_EVERY_HOURS, "hours", "Time between backups that are copied to dr.region; it must divide a day"),
  monthlyRetentionDays: wholeNumber(90, 36_500, "days", "Monthly recovery points, copied to dr.region"),
  airGapped: group({
    retentionDays: wholeNumber(7, 36_500, "days", "Daily copies out of reach of whoever holds the account; nobody deletes them earlier"),
    confirmCompliance,
  }).optional(),
  ...backupOptions,
});

export const budget = group({ monthlyUsd: wholeNumber(1, 10_000_000, "USD", "A preview that costs more is refused").optional() }).prefault({});
