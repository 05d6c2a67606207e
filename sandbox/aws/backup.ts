import { CloudError } from "../cloud-error.ts";
import { inWordsOf, loosely, type Reference } from "../references.ts";
import type { LiveContext, Refusal, ResourceContext, ResourceModels } from "../resource-model.ts";
import { uuid } from "../templates.ts";
import { bucketAnywhere, kmsKey, role, topic, vault } from "./references.ts";
import { byId, byName } from "./reference-kinds.ts";
import { textOf } from "../wire.ts";

const ARN = "arn:aws:backup:{region}:{account}";
const DAY = 86_400_000;
const key = inWordsOf(kmsKey, "InvalidParameterValueException", "The encryption key {value} does not exist or AWS Backup cannot use it");
const backupRole = inWordsOf(loosely(role), "InvalidParameterValueException", "The IAM role {value} does not exist or cannot be assumed by AWS Backup");
const ownVault = loosely(vault);
const plan: Reference = {
  ...byId(["aws:backup/plan:Plan"], { code: "InvalidParameterValueException", message: "Backup plan {value} does not exist" }),
  holds: { code: "InvalidRequestException", message: "Related backup plan selections must be deleted prior to backup plan deletion: {value}" },
};
const restoreTestingPlan = byName({
  types: ["aws:backup/restoreTestingPlan:RestoreTestingPlan"],
  code: "ResourceNotFoundException",
  message: "Restore testing plan {value} does not exist",
  holds: { code: "InvalidRequestException", message: "Restore testing selections must be deleted before their plan {value}" },
});

/**
 * The sandbox takes no backups: `recoveryPoints` is 0 unless somebody edits the inventory. Under a lock
 * a point that was taken just now stays for the lock's shortest retention, and the vault with it.
 */
function refuseWithRecoveryPoints({ id, inputs, inventory, now, outputs, region }: LiveContext): Refusal | undefined {
  if (Number(outputs["recoveryPoints"] ?? 0) === 0) {
    return undefined;
  }
  const lock = inventory.find("aws:backup/vaultLockConfiguration:VaultLockConfiguration", region, id)?.inputs ?? inputs;
  const days = lock["minRetentionDays"];
  return {
    code: "InvalidRequestException",
    message: `Backup vault ${id} cannot be deleted because it contains recovery points.`,
    ...(typeof days === "number" ? { until: new Date(now.getTime() + days * DAY) } : {}),
  };
}

function lockDate({ inputs, createdAt }: LiveContext): Date | undefined {
  const days = inputs["changeableForDays"];
  return typeof days === "number" ? new Date(createdAt.getTime() + days * DAY) : undefined;
}

function refuseRetention({ inputs }: ResourceContext): void {
  const { minRetentionDays: min, maxRetentionDays: max } = inputs;
  if (typeof min === "number" && typeof max === "number" && min > max) {
    throw new CloudError("InvalidParameterValueException", `minRetentionDays ${String(min)} is longer than maxRetentionDays ${String(max)}`);
  }
}

export const backupModels: ResourceModels = {
  "aws:backup/vault:Vault": {
    naming: { input: "name", maxLength: 50 },
    replaceOn: ["name", "kmsKeyArn"],
    defaults: { forceDestroy: false },
    id: "{name}",
    arn: `${ARN}:backup-vault:{id}`,
    duplicateCode: "AlreadyExistsException",
    outputs: () => ({ recoveryPoints: 0 }),
    references: { kmsKeyArn: key },
    deleteRefusal: refuseWithRecoveryPoints,
  },
  "aws:backup/vaultPolicy:VaultPolicy": {
    replaceOn: ["backupVaultName"],
    id: "{backupVaultName}",
    outputs: vaultArn,
    references: { backupVaultName: ownVault },
    documents: { policy: "InvalidParameterValueException" },
  },
  "aws:backup/vaultLockConfiguration:VaultLockConfiguration": {
    replaceOn: ["backupVaultName", "changeableForDays", "maxRetentionDays", "minRetentionDays"],
    id: "{backupVaultName}",
    outputs: vaultArn,
    references: { backupVaultName: ownVault },
    validate: (context) => {
      refuseRetention(context);
      const days = context.inputs["changeableForDays"];
      if (typeof days === "number" && days < 3) {
        throw new CloudError("InvalidParameterValueException", `changeableForDays ${String(days)}: a vault lock stays changeable for at least 3 days`);
      }
    },
    // With `changeableForDays` the lock is in compliance mode: nobody lifts it after its grace time, AWS included.
    deleteRefusal: (context) => {
      const date = lockDate(context);
      return date !== undefined && context.now >= date
        ? { code: "InvalidRequestException", message: `Vault lock configuration of ${context.id} can't be deleted: it has been immutable since ${date.toISOString()}` } : undefined;
    },
  },
  "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault": {
    naming: { input: "name", maxLength: 50 },
    replaceOn: ["name", "encryptionKeyArn", "maxRetentionDays", "minRetentionDays"],
    id: "{name}",
    arn: `${ARN}:backup-vault:{id}`,
    duplicateCode: "AlreadyExistsException",
    references: { encryptionKeyArn: key },
    validate: (context) => {
      refuseRetention(context);
      if (Number(context.inputs["minRetentionDays"]) < 7) {
        throw new CloudError("InvalidParameterValueException", `minRetentionDays ${textOf(context.inputs["minRetentionDays"])}: a logically air-gapped vault keeps backups at least 7 days`);
      }
    },
    deleteRefusal: refuseWithRecoveryPoints,
  },
  "aws:backup/vaultNotifications:VaultNotifications": {
    replaceOn: ["backupVaultName", "backupVaultEvents", "snsTopicArn"],
    id: "{backupVaultName}",
    outputs: vaultArn,
    references: { backupVaultName: ownVault, snsTopicArn: inWordsOf(topic, "InvalidParameterValueException", "The SNS topic {value} does not exist") },
  },
  "aws:backup/plan:Plan": {
    naming: { input: "name", maxLength: 50 },
    replaceOn: [],
    defaultsInside: { rules: { completionWindow: 180, scheduleExpressionTimezone: "Etc/UTC", startWindow: 60 } },
    id: "{uuid}",
    arn: `${ARN}:backup-plan:{id}`,
    outputs: (context) => ({ version: uuid(context, JSON.stringify(context.inputs)) }),
    changedByUpdate: ["version"],
    // A plan may name vaults that are gone; its jobs then fail. AWS refuses only targets that it cannot find when the plan is written.
    references: { "rules.targetVaultName": ownVault, "rules.copyActions.destinationVaultArn": ownVault },
  },
  "aws:backup/selection:Selection": {
    naming: { input: "name", maxLength: 50 },
    replaceOn: ["conditions", "iamRoleArn", "name", "notResources", "planId", "resources", "selectionTags"],
    id: "{uuid}",
    references: { planId: plan, iamRoleArn: backupRole },
  },
  "aws:backup/restoreTestingPlan:RestoreTestingPlan": {
    naming: { input: "name", maxLength: 50, separator: "_" },
    replaceOn: ["name"],
    id: "{name}",
    arn: `${ARN}:restore-testing-plan:{id}`,
    duplicateCode: "AlreadyExistsException",
    outputs: () => ({ startWindowHours: 24, scheduleExpressionTimezone: "Etc/UTC" }),
    references: { "recoveryPointSelection.includeVaults": ownVault, "recoveryPointSelection.excludeVaults": ownVault },
    validate: refuseDashes,
  },
  "aws:backup/restoreTestingSelection:RestoreTestingSelection": {
    naming: { input: "name", maxLength: 50, separator: "_" },
    replaceOn: ["name", "restoreTestingPlanName", "protectedResourceType"],
    id: "{name}:{restoreTestingPlanName}",
    duplicateCode: "AlreadyExistsException",
    outputs: () => ({ validationWindowHours: 0, restoreMetadataOverrides: {} }),
    references: { restoreTestingPlanName: restoreTestingPlan, iamRoleArn: backupRole },
    validate: refuseDashes,
  },
  "aws:backup/framework:Framework": {
    naming: { input: "name", maxLength: 256, separator: "_" },
    replaceOn: ["name"],
    id: "{name}",
    arn: `${ARN}:framework:{id}-{uuid}`,
    duplicateCode: "AlreadyExistsException",
    outputs: ({ createdAt }) => ({ creationTime: createdAt.toISOString(), deploymentStatus: "COMPLETED", status: "ACTIVE" }),
    validate: refuseDashes,
  },
  "aws:backup/reportPlan:ReportPlan": {
    naming: { input: "name", maxLength: 256, separator: "_" },
    replaceOn: ["name"],
    id: "{name}",
    arn: `${ARN}:report-plan:{id}-{uuid}`,
    duplicateCode: "AlreadyExistsException",
    outputs: ({ createdAt }) => ({ creationTime: createdAt.toISOString(), deploymentStatus: "COMPLETED" }),
    references: { "reportDeliveryChannel.s3BucketName": inWordsOf(bucketAnywhere, "InvalidParameterValueException", "The bucket {value} does not exist") },
    validate: refuseDashes,
  },
  "aws:backup/regionSettings:RegionSettings": { replaceOn: [], id: "{region}" },
  "aws:backup/globalSettings:GlobalSettings": { global: true, replaceOn: [], id: "{account}" },
};

function vaultArn({ inputs, region }: ResourceContext): { readonly backupVaultArn: string } {
  return { backupVaultArn: `arn:aws:backup:${region}:123456789012:backup-vault:${textOf(inputs["backupVaultName"])}` };
}

/** Names of restore tests, frameworks and report plans allow "_" but not "-". */
function refuseDashes({ inputs }: ResourceContext): void {
  if (!/^\w+$/u.test(textOf(inputs["name"]))) {
    throw new CloudError("InvalidParameterValueException", `name ${JSON.stringify(inputs["name"])}: only letters, digits and "_" are allowed`);
  }
}
