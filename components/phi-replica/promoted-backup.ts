import { Plan } from "@pulumi/aws/backup/plan.js";
import { Selection } from "@pulumi/aws/backup/selection.js";
import type * as pulumi from "@pulumi/pulumi";
import { BACKUP_TAG, backupRoleNames, backupVaultNames } from "../lib/backup-tag.ts";
import { classified } from "../lib/data-classification.ts";
import { arnOf } from "../lib/deployment.ts";
import { replicaNames } from "../lib/store-names.ts";
import type { PhiReplicaArgs } from "./phi-replica.ts";

/** Days for which backups of a promoted database and their copies are kept (S1-75). */
const RETENTION_DAYS = 35;

/**
 * Daily backups of a promoted database: the deployment's plan works in the primary region and does
 * not see it. Into the vault that holds the copies, and, once that region is back, to the other.
 */
export function createPromotedBackup(parent: pulumi.Resource, name: string, { deployment }: PhiReplicaArgs): void {
  const { recoveryRegion: region, prefix } = deployment;
  const { promotedPlan } = replicaNames(deployment);
  const { vault, copyVault } = backupVaultNames(deployment);
  const lifecycle = { deleteAfter: RETENTION_DAYS };
  const plan = new Plan(`${name}-promoted-plan`, {
    region,
    name: promotedPlan,
    rules: [{
      ruleName: "daily",
      targetVaultName: copyVault,
      schedule: "cron(0 5 * * ? *)",
      startWindow: 60,
      completionWindow: 720,
      lifecycle,
      copyActions: [{ destinationVaultArn: arnOf(deployment, "backup", `backup-vault:${vault}`), lifecycle }],
    }],
    tags: classified("phi", { Name: promotedPlan }),
  }, { parent });
  new Selection(`${name}-promoted-selection`, {
    region,
    name: promotedPlan,
    planId: plan.id,
    // The role that DrVault makes; roles have no region.
    iamRoleArn: arnOf(deployment, "iam", `role/${backupRoleNames(deployment).backup}`, ""),
    selectionTags: [{ type: "STRINGEQUALS", key: BACKUP_TAG, value: prefix }],
    conditions: [{ stringEquals: [{ key: `aws:ResourceTag/${BACKUP_TAG}`, value: prefix }] }],
    notResources: [],
  }, { parent });
}
