import { Vault } from "@pulumi/aws/backup/vault.js";
import { VaultLockConfiguration } from "@pulumi/aws/backup/vaultLockConfiguration.js";
import { VaultNotifications } from "@pulumi/aws/backup/vaultNotifications.js";
import { VaultPolicy } from "@pulumi/aws/backup/vaultPolicy.js";
import type * as pulumi from "@pulumi/pulumi";
import { classified } from "../lib/data-classification.ts";
import { ObjectLockMode } from "../lib/object-lock.ts";
import type { VaultLock } from "./dr-vault-args.ts";
import { vaultPolicy } from "./vault-policies.ts";

/** Days in which a COMPLIANCE lock can still be taken back, unless told otherwise. */
const GRACE_DAYS = 3;

/** What the vault itself reports; alarms tell of backups that fail or do not come. */
const VAULT_EVENTS = ["COPY_JOB_FAILED", "RECOVERY_POINT_MODIFIED", "S3_BACKUP_OBJECT_FAILED", "S3_RESTORE_OBJECT_FAILED"];

export interface LockedVaultSpec {
  readonly vault: string;
  readonly region: string;
  readonly keyArn: pulumi.Input<string>;
  /** Topic of the vault's region. */
  readonly alertTopicArn: pulumi.Input<string>;
  readonly lock: VaultLock;
}

export interface LockedVault {
  readonly vault: Vault;
  /** What must hold before the first recovery point arrives. */
  readonly guards: readonly pulumi.Resource[];
}

/** A vault with its own key, a lock, no manual deletion, and notifications. */
export function lockedVault(name: string, spec: LockedVaultSpec, parent: pulumi.Resource): LockedVault {
  const { lock, region } = spec;
  const vault = new Vault(name, {
    name: spec.vault, kmsKeyArn: spec.keyArn, forceDestroy: false, region, tags: classified("phi", { Name: spec.vault }),
  }, { parent, protect: true, retainOnDelete: true });
  const policy = new VaultPolicy(`${name}-policy`, { backupVaultName: vault.name, policy: vaultPolicy(), region },
    // The policy forbids to put another over it, so a change deletes it first: it must not inherit the vault's protection.
    { parent: vault, replaceOnChanges: ["policy"], deleteBeforeReplace: true, protect: false, retainOnDelete: false });
  const locked = new VaultLockConfiguration(`${name}-lock`, {
    backupVaultName: vault.name, minRetentionDays: lock.minimumDays, maxRetentionDays: lock.maximumDays, region,
    ...(lock.mode === ObjectLockMode.Compliance ? { changeableForDays: lock.graceDays ?? GRACE_DAYS } : {}),
  }, { parent: vault, protect: true, retainOnDelete: true });
  new VaultNotifications(`${name}-notifications`, {
    backupVaultName: vault.name, snsTopicArn: spec.alertTopicArn, backupVaultEvents: VAULT_EVENTS, region,
  }, { parent: vault });
  return { vault, guards: [policy, locked] };
}
