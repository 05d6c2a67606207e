import { Plan } from "@pulumi/aws/backup/plan.js";
import { Selection } from "@pulumi/aws/backup/selection.js";
import type * as pulumi from "@pulumi/pulumi";
import { BACKUP_TAG, backupRoleNames } from "../lib/backup-tag.ts";
import { classified } from "../lib/data-classification.ts";
import { BACKUP_POLICIES, backupRole, RESTORE_POLICIES } from "./backup-roles.ts";
import { type BackupSettings, planRules } from "./backup-rules.ts";
import type { DrVaultArgs } from "./dr-vault.ts";
import { vaultNames } from "./vault-names.ts";

/** The plan, what it selects, and the roles that back up and restore. */
export function createPlan(parent: pulumi.Resource, name: string, { deployment }: DrVaultArgs, settings: BackupSettings, waitFor: readonly pulumi.Resource[]): Plan {
  const { plan: planName, selection } = vaultNames(deployment);
  const roles = backupRoleNames(deployment);
  const { role, permissions } = backupRole(`${name}-role`, {
    deployment, role: roles.backup, description: "AWS Backup makes backups and copies", policies: BACKUP_POLICIES,
  }, parent);
  // Used by people and scripts that restore after a disaster; it must exist before one.
  backupRole(`${name}-restore-role`, { deployment, role: roles.restore, description: "AWS Backup restores after a disaster", policies: RESTORE_POLICIES }, parent);
  const plan = new Plan(`${name}-plan`, { name: planName, rules: planRules(deployment, settings), tags: classified("phi", { Name: planName }) }, { parent, dependsOn: [...waitFor] });
  new Selection(`${name}-selection`, {
    name: selection,
    planId: plan.id,
    iamRoleArn: role.arn,
    selectionTags: [{ type: "STRINGEQUALS", key: BACKUP_TAG, value: deployment.prefix }],
    // Left out, these are unknown until AWS answers, and no preview can tell what is selected.
    conditions: [{ stringEquals: [{ key: `aws:ResourceTag/${BACKUP_TAG}`, value: deployment.prefix }] }],
    notResources: [],
  }, { parent, dependsOn: [...permissions] });
  return plan;
}
