import { RestoreTestingPlan } from "@pulumi/aws/backup/restoreTestingPlan.js";
import { RestoreTestingSelection } from "@pulumi/aws/backup/restoreTestingSelection.js";
import * as pulumi from "@pulumi/pulumi";
import { BACKUP_TAG, BackupClass, backupRoleNames, backupTagValue } from "../lib/backup-tag.ts";
import type { Deployment } from "../lib/deployment.ts";
import { backupRole, RESTORE_POLICIES } from "./backup-roles.ts";
import type { DrVaultArgs } from "./dr-vault-args.ts";
import { underscored, vaultNames } from "./vault-names.ts";

/** One type of protected resource, and what a test restore of it must be told. */
export interface RestoreTest {
  /** Part of the names of the test. */
  readonly id: string;
  /** As AWS Backup calls the type. */
  readonly type: string;
  /** Class of the stores that are tested. */
  readonly backupClass: BackupClass;
  /** Metadata beyond what AWS Backup infers; it would restore into the default VPC and without our keys. */
  readonly overrides: Readonly<Record<string, pulumi.Input<string>>>;
}

/** Hours for which a restored resource is kept for validation. */
const VALIDATION_HOURS = 12;
/** Hours within which a test starts. */
const START_WINDOW_HOURS = 12;
/** Recovery points of the last month are tested. */
const SELECTION_WINDOW_DAYS = 31;

/**
 * Tests of every protected type, with the same network and keys as the original. A type of which a
 * deployment has nothing, such as Aurora beside RDS, costs nothing: there is no point to restore.
 */
export function restoreTests({ restoreTest }: DrVaultArgs): readonly RestoreTest[] {
  const { databaseSubnetGroupName, databaseSecurityGroupId, dataKeyArn, recordsKeyArn, auditKeyArn } = restoreTest;
  const inDataTier = databaseSubnetGroupName === undefined || databaseSecurityGroupId === undefined ? undefined : {
    dbSubnetGroupName: databaseSubnetGroupName,
    vpcSecurityGroupIds: pulumi.output(databaseSecurityGroupId).apply((id) => JSON.stringify([id])),
  };
  return [
    ...(inDataTier === undefined ? [] : [phi("RDS", { ...inDataTier, publiclyAccessible: "false" })]),
    ...(inDataTier === undefined || dataKeyArn === undefined ? [] : [phi("Aurora", { ...inDataTier, kmsKeyId: dataKeyArn })]),
    ...(recordsKeyArn === undefined ? [] : [phi("DynamoDB", { encryptionType: "KMS", kmsMasterKeyArn: recordsKeyArn })]),
    ...(dataKeyArn === undefined ? [] : [phi("S3", { encryptionType: "SSE-KMS", kmsKey: dataKeyArn }), phi("EBS", { kmsKeyId: dataKeyArn })]),
    ...(auditKeyArn === undefined ? [] : [{ id: "s3_audit", type: "S3", backupClass: BackupClass.Audit, overrides: { encryptionType: "SSE-KMS", kmsKey: auditKeyArn } }]),
  ];
}

function phi(type: string, overrides: RestoreTest["overrides"]): RestoreTest {
  return { id: type.toLowerCase(), type, backupClass: BackupClass.Phi, overrides };
}

/** Name of the test of one kind of store. */
export function restoreTestName({ prefix }: Deployment, id: string): string {
  return underscored(`${prefix}_${id}`);
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
  for (const { id, type, backupClass, overrides } of restoreTests(args)) {
    new RestoreTestingSelection(`${name}-restore-test-${id.replaceAll("_", "-")}`, {
      name: restoreTestName(deployment, id),
      restoreTestingPlanName: plan.name,
      protectedResourceType: type,
      protectedResourceArns: ["*"],
      protectedResourceConditions: { stringEquals: [{ key: `aws:ResourceTag/${BACKUP_TAG}`, value: backupTagValue(deployment, backupClass) }] },
      restoreMetadataOverrides: overrides,
      iamRoleArn: role.arn,
      validationWindowHours: VALIDATION_HOURS,
    }, { parent, dependsOn: [...permissions] });
  }
  return plan;
}
