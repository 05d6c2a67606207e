import { Plan } from "@pulumi/aws/backup/plan.js";
import { Selection } from "@pulumi/aws/backup/selection.js";
import type * as pulumi from "@pulumi/pulumi";
import { BACKUP_TAG, BackupClass, backupRoleNames, backupTagValue } from "../lib/backup-tag.ts";
import { classified } from "../lib/data-classification.ts";
import type { Deployment } from "../lib/deployment.ts";
import { BACKUP_POLICIES, type BackupRole, backupRole, RESTORE_POLICIES } from "./backup-roles.ts";
import { backupRules, type BackupSettings, planRules } from "./backup-rules.ts";
import type { DrVaultArgs } from "./dr-vault-args.ts";
import { planName, selectionName } from "./vault-names.ts";

/** The plans by class, what each selects, and the roles that back up and restore. @returns the plan of patients' data */
export function createPlans(parent: pulumi.Resource, name: string, { deployment }: DrVaultArgs, settings: BackupSettings, waitFor: readonly pulumi.Resource[]): Plan {
  const roles = backupRoleNames(deployment);
  const role = backupRole(`${name}-role`, {
    deployment, role: roles.backup, description: "AWS Backup makes backups and copies", policies: BACKUP_POLICIES,
  }, parent);
  // Used by people and scripts that restore after a disaster; it must exist before one.
  backupRole(`${name}-restore-role`, { deployment, role: roles.restore, description: "AWS Backup restores after a disaster", policies: RESTORE_POLICIES }, parent);
  const rules = backupRules(settings);
  const make = (backupClass: BackupClass, suffix: string): Plan => {
    const plan = new Plan(`${name}-plan${suffix}`, {
      name: planName(deployment, backupClass), rules: planRules(deployment, rules[backupClass]), tags: classified(backupClass, { Name: planName(deployment, backupClass) }),
    }, { parent, dependsOn: [...waitFor] });
    select(`${name}-selection${suffix}`, { deployment, backupClass, plan, role }, parent);
    return plan;
  };
  make(BackupClass.Audit, "-audit");
  make(BackupClass.Operational, "-operational");
  return make(BackupClass.Phi, "");
}

interface SelectionSpec {
  readonly deployment: Deployment;
  readonly backupClass: BackupClass;
  readonly plan: Plan;
  readonly role: BackupRole;
}

function select(name: string, { deployment, backupClass, plan, role }: SelectionSpec, parent: pulumi.Resource): void {
  const value = backupTagValue(deployment, backupClass);
  new Selection(name, {
    name: selectionName(deployment, backupClass),
    planId: plan.id,
    iamRoleArn: role.role.arn,
    selectionTags: [{ type: "STRINGEQUALS", key: BACKUP_TAG, value }],
    // Left out, these are unknown until AWS answers, and no preview can tell what is selected.
    conditions: [{ stringEquals: [{ key: `aws:ResourceTag/${BACKUP_TAG}`, value }] }],
    notResources: [],
  }, { parent, dependsOn: [...role.permissions] });
}
