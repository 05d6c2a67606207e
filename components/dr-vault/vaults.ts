import { Vault } from "@pulumi/aws/backup/vault.js";
import { VaultLockConfiguration } from "@pulumi/aws/backup/vaultLockConfiguration.js";
import { VaultNotifications } from "@pulumi/aws/backup/vaultNotifications.js";
import { VaultPolicy } from "@pulumi/aws/backup/vaultPolicy.js";
import type * as pulumi from "@pulumi/pulumi";
import { alertTopic } from "../lib/alert-topic.ts";
import { classified } from "../lib/data-classification.ts";
import type { Deployment } from "../lib/deployment.ts";
import { ObjectLockMode } from "../lib/object-lock.ts";
import type { VaultLock } from "./dr-vault.ts";
import { vaultPolicy } from "./vault-policies.ts";

/** Days in which a COMPLIANCE lock can still be taken back, unless told otherwise. */
const GRACE_DAYS = 3;

/** What the vault itself reports; failed jobs are reported by an event rule. */
const VAULT_EVENTS = ["COPY_JOB_FAILED", "RECOVERY_POINT_MODIFIED", "S3_BACKUP_OBJECT_FAILED", "S3_RESTORE_OBJECT_FAILED"];

export interface LockedVaultSpec {
  readonly deployment: Deployment;
  readonly vault: string;
  readonly region: string;
  readonly topic: string;
  readonly keyArn: pulumi.Input<string>;
  readonly messagesKeyArn: pulumi.Input<string>;
  readonly lock: VaultLock;
}

export interface LockedVault {
  readonly vault: Vault;
  readonly topicArn: pulumi.Output<string>;
  /** What must hold before the first recovery point arrives. */
  readonly guards: readonly pulumi.Resource[];
}

/** A vault with its own key, a lock, no manual deletion, and notifications to an encrypted topic. */
export function lockedVault(name: string, spec: LockedVaultSpec, parent: pulumi.Resource): LockedVault {
  const { deployment, lock, region } = spec;
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
  const topic = alertTopic(`${name}-alerts`, {
    deployment, topic: spec.topic, keyArn: spec.messagesKeyArn, publishers: ["backup.amazonaws.com", "events.amazonaws.com"], region,
  }, parent);
  new VaultNotifications(`${name}-notifications`, {
    backupVaultName: vault.name, snsTopicArn: topic.arn, backupVaultEvents: VAULT_EVENTS, region,
  }, { parent: vault });
  return { vault, topicArn: topic.arn, guards: [policy, locked] };
}
