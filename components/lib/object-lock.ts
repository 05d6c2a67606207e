import type { Problem } from "./problems.ts";

/** Who can lift a lock before it ends. */
export const ObjectLockMode = {
  /** Principals with a special permission; for stacks that must be removable. */
  Governance: "GOVERNANCE",
  /** Nobody, not even the account's root user or AWS. */
  Compliance: "COMPLIANCE",
} as const;
export type ObjectLockMode = (typeof ObjectLockMode)[keyof typeof ObjectLockMode];

/** A lock that keeps each object of a bucket from being changed or deleted. */
export interface ObjectLock {
  /** GOVERNANCE or COMPLIANCE. */
  readonly mode: ObjectLockMode;
  /** How long an object stays locked after it was written, in days. */
  readonly days: number;
  /**
   * Must be true for COMPLIANCE: it cannot be undone by anybody.
   * @default false
   */
  readonly confirmCompliance?: boolean;
}

/** Longest lock that S3 takes, in days. */
const LONGEST = 36_500;

/** What is wrong with a lock, in the words of the argument that holds it. */
export function objectLockProblems(argument: string, lock: ObjectLock): readonly Problem[] {
  return [
    ...lockModeProblems(argument, lock.mode, lock.confirmCompliance),
    ...(Number.isInteger(lock.days) && lock.days >= 1 && lock.days <= LONGEST ? [] : [{
      argument: `${argument}.days`, value: lock.days, allowed: `S3 takes whole days from 1 to ${String(LONGEST)}`, change: "Give the days for which nobody may delete or overwrite",
    }]),
  ];
}

/** A mode outside the closed set, or COMPLIANCE without its confirmation. */
export function lockModeProblems(argument: string, mode: ObjectLockMode, confirmCompliance: boolean | undefined): readonly Problem[] {
  const modes: readonly string[] = Object.values(ObjectLockMode);
  if (!modes.includes(mode)) {
    return [{ argument: `${argument}.mode`, value: mode, allowed: `the mode is ${modes.join(" or ")}`, change: "Use GOVERNANCE unless the law wants COMPLIANCE" }];
  }
  return mode !== ObjectLockMode.Compliance || confirmCompliance === true ? [] : [{
    argument: `${argument}.confirmCompliance`,
    value: confirmCompliance ?? null,
    allowed: "nobody, AWS included, can lift a COMPLIANCE lock before its time, so it must be confirmed with true",
    change: "Set it to true, or use GOVERNANCE",
  }];
}
