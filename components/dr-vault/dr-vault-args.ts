import type * as pulumi from "@pulumi/pulumi";
import type { Deployment } from "../lib/deployment.ts";
import type { ObjectLockMode } from "../lib/object-lock.ts";

/** Lock of both vaults; a job whose retention lies outside its bounds fails. */
export interface VaultLock {
  /** GOVERNANCE can be lifted with IAM rights, COMPLIANCE by nobody once the grace time is over. */
  readonly mode: ObjectLockMode;
  /** Days before which no recovery point can be deleted, 7 or more. */
  readonly minimumDays: number;
  /** Longest retention of any rule, in days. */
  readonly maximumDays: number;
  /**
   * Days in which a COMPLIANCE lock can still be taken back, 3 or more.
   * @default 3
   */
  readonly graceDays?: number;
  /**
   * Must be true for COMPLIANCE.
   * @default false
   */
  readonly confirmCompliance?: boolean;
}

/**
 * A logically air-gapped vault: AWS keeps its recovery points in an account of its own, under its
 * own key and always under a COMPLIANCE lock, out of reach of whoever takes over this account.
 */
export interface AirGappedVault {
  /** Days for which daily copies are kept, 7 or more. */
  readonly retentionDays: number;
  /** Must be true: nobody can delete a copy before its time. */
  readonly confirmCompliance: boolean;
}

/** What test restores need, so that they run in the same network and under the same keys; a type is tested where it is given. */
export interface RestoreTestSettings {
  /**
   * Subnet group of the database; with `databaseSecurityGroupId`.
   * @default no database is tested
   */
  readonly databaseSubnetGroupName?: pulumi.Input<string>;
  /**
   * Security group of the database.
   * @default no database is tested
   */
  readonly databaseSecurityGroupId?: pulumi.Input<string>;
  /**
   * Key of PHI in buckets, volumes and clusters.
   * @default neither is tested
   */
  readonly dataKeyArn?: pulumi.Input<string>;
  /**
   * Key of records in tables.
   * @default no table is tested
   */
  readonly recordsKeyArn?: pulumi.Input<string>;
  /**
   * Key of evidence in buckets.
   * @default no evidence is tested
   */
  readonly auditKeyArn?: pulumi.Input<string>;
}

export interface DrVaultArgs {
  readonly deployment: Deployment;
  /** Key of the vault. */
  readonly backupKeyArn: pulumi.Input<string>;
  /** Key of the copy vault, in the recovery region. */
  readonly recoveryBackupKeyArn: pulumi.Input<string>;
  /** Topic for alarms and for what the vault reports; its policy and its key let CloudWatch and AWS Backup publish. */
  readonly alertTopicArn: pulumi.Input<string>;
  /** The same in the recovery region, for the copy vault. */
  readonly recoveryAlertTopicArn: pulumi.Input<string>;
  readonly vaultLock: VaultLock;
  readonly restoreTest: RestoreTestSettings;
  /**
   * Days of point-in-time recovery, 1 to 35.
   * @default 35 (S1-75)
   */
  readonly continuousRetentionDays?: number;
  /**
   * Hours between backups that are copied to the recovery region: 1, 2, 3, 4, 6, 8, 12 or 24.
   * @default 24
   */
  readonly backupEveryHours?: number;
  /**
   * Days for which those copies are kept.
   * @default 35
   */
  readonly copyRetentionDays?: number;
  /**
   * Days for which monthly recovery points and their copies are kept.
   * @default 2557, seven years
   */
  readonly monthlyRetentionDays?: number;
  /**
   * Age in days at which monthly recovery points move to cold storage, where the type has one.
   * @default never
   */
  readonly coldStorageAfterDays?: number;
  /** @default no air-gapped vault */
  readonly airGapped?: AirGappedVault;
}
