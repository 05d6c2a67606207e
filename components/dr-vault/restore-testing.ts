import { RestoreTestingPlan } from "@pulumi/aws/backup/restoreTestingPlan.js";
import { RestoreTestingSelection } from "@pulumi/aws/backup/restoreTestingSelection.js";
import * as pulumi from "@pulumi/pulumi";
import { BACKUP_TAG, backupRoleNames } from "../lib/backup-tag.ts";
import type { Deployment } from "../lib/deployment.ts";
import { backupRole, RESTORE_POLICIES } from "./backup-roles.ts";
import type { DrVaultArgs } from "./dr-vault.ts";
import { underscored, vaultNames } from "./vault-names.ts";

/** One type of protected resource, and what a test restore of it must be told. */
export interface RestoreTest {
  /** As AWS Backup calls the type. */
  readonly type: string;
  /** Metadata beyond what AWS Backup infers; it would restore into the default VPC and without our keys. */
  readonly overrides: Readonly<Record<string, pulumi.Input<string>>>;
}

/** Hours for which a restored resource is kept for validation. */
const VALIDATION_HOURS = 12;
/** Hours within which a test starts. */
const START_WINDOW_HOURS = 12;
/** Recovery points of the last month are tested. */
const SELECTION_WINDOW_DAYS = 31;

/** Tests of every protected type, with the same network and keys as the original. */
export function restoreTests({ restoreTest }: DrVaultArgs): readonly RestoreTest[] {
  const { databaseSubnetGroupName, databaseSecurityGroupId, dataKeyArn, recordsKeyArn } = restoreTest;
  return [
    {
      type: "RDS",
      overrides: {
        dbSubnetGroupName: databaseSubnetGroupName,
        vpcSecurityGroupIds: pulumi.output(databaseSecurityGroupId).apply((id) => JSON.stringify([id])),
        publiclyAccessible: "false",
      },
    },
    { type: "DynamoDB", overrides: { encryptionType: "KMS", kmsMasterKeyArn: recordsKeyArn } },
    { type: "S3", overrides: { encryptionType: "SSE-KMS", kmsKey: dataKeyArn } },
  ];
}

/** Name of the selection of one type. */
export function selectionName(deployment: Deployment, type: string): string {
  return underscored(`${deployment.prefix}_${type.toLowerCase()}`);
}

/** A monthly restore of the newest recovery point of each type, deleted after validation (S1-71, S1-77). */
export function createRestoreTesting(parent: pulumi.Resource, name: string, args: DrVaultArgs, waitFor: readonly pulumi.Resource[]): RestoreTestingPlan {
  const { deployment } = args;
  const { role, permissions } = backupRole(`${name}-restore-test-role`, {
    deployment, role: backupRoleNames(deployment).restoreTest, description: "AWS Backup restores recovery points to test them", policies: RESTORE_POLICIES,
  }, parent);
  const plan = new RestoreTestingPlan(`${name}-restore-testing`, {
    name: vaultNames(deployment).restoreTestingPlan,
    scheduleExpression: "cron(0 9 5 * ? *)",
    startWindowHours: START_WINDOW_HOURS,
    recoveryPointSelection: {
      algorithm: "LATEST_WITHIN_WINDOW",
      includeVaults: [vaultNames(deployment).vaultArn],
      recoveryPointTypes: ["CONTINUOUS", "SNAPSHOT"],
      selectionWindowDays: SELECTION_WINDOW_DAYS,
    },
  }, { parent, dependsOn: [...waitFor] });
  for (const { type, overrides } of restoreTests(args)) {
    new RestoreTestingSelection(`${name}-restore-test-${type.toLowerCase()}`, {
      name: selectionName(deployment, type),
      restoreTestingPlanName: plan.name,
      protectedResourceType: type,
      protectedResourceArns: ["*"],
      protectedResourceConditions: { stringEquals: [{ key: `aws:ResourceTag/${BACKUP_TAG}`, value: deployment.prefix }] },
      restoreMetadataOverrides: overrides,
      iamRoleArn: role.arn,
      validationWindowHours: VALIDATION_HOURS,
    }, { parent, dependsOn: [...permissions] });
  }
  return plan;
}
