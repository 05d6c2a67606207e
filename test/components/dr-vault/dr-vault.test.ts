import { beforeAll, describe, expect, test } from "vitest";
import { attainedRpoMinutes } from "../../../components/dr-vault/backup-rules.ts";
import { DrVault, type DrVaultArgs } from "../../../components/dr-vault/index.ts";
import { backedUp, BackupClass } from "../../../components/lib/backup-tag.ts";
import { all, one, policyDocuments, publicFields, type Recorded, record, registeredOutputs } from "../../support/pulumi-mocks.ts";
import { statementsOf } from "../../support/policy-statements.ts";
import { vaultArguments } from "./vault-arguments.ts";

async function recorded(changes: Partial<DrVaultArgs> = {}): Promise<readonly Recorded[]> {
  return await record(() => new DrVault("dr", { ...vaultArguments, ...changes }));
}

describe("DrVault", () => {
  let resources: readonly Recorded[] = [];
  beforeAll(async () => {
    resources = await recorded();
  });

  test.each([
    ["dr-vault", "hipaa-test-vault", "us-east-1", vaultArguments.backupKeyArn],
    ["dr-copy-vault", "hipaa-test-vault-copy", "us-west-2", vaultArguments.recoveryBackupKeyArn],
  ])("%s has its own key in its region, and outlives the stack (S1-70)", (name, physical, region, kmsKeyArn) => {
    expect(one(resources, "aws:backup/vault:Vault", name)).toMatchObject({
      protect: true, retainOnDelete: true, inputs: { name: physical, region, kmsKeyArn, forceDestroy: false, tags: { DataClassification: "phi" } },
    });
  });

  test.each([["dr-vault", "us-east-1"], ["dr-copy-vault", "us-west-2"]])("%s is locked, and its lock outlives the stack", (name, region) => {
    const lock = one(resources, "aws:backup/vaultLockConfiguration:VaultLockConfiguration", `${name}-lock`);
    expect(lock).toMatchObject({ protect: true, retainOnDelete: true, inputs: { minRetentionDays: 7, maxRetentionDays: 2557, region } });
    expect(lock.inputs).not.toHaveProperty("changeableForDays");
  });

  test.each(["dr-vault", "dr-copy-vault"])("%s refuses manual deletion as AWS Config wants it, and never keeps a policy that cannot be replaced", (name) => {
    const policy = one(resources, "aws:backup/vaultPolicy:VaultPolicy", `${name}-policy`);
    expect(statementsOf(policy.inputs["policy"])).toEqual([{
      Sid: "NoManualDeletion", Effect: "Deny", Principal: "*", Resource: ["*"],
      Action: ["backup:DeleteRecoveryPoint", "backup:PutBackupVaultAccessPolicy", "backup:UpdateRecoveryPointLifecycle"],
    }]);
    expect(policy).toMatchObject({ protect: false, retainOnDelete: false });
  });

  test("locks for good when it is confirmed", async () => {
    const strict = await recorded({ vaultLock: { ...vaultArguments.vaultLock, mode: "COMPLIANCE", confirmCompliance: true } });
    expect(all(strict, "aws:backup/vaultLockConfiguration:VaultLockConfiguration").map(({ inputs }) => inputs["changeableForDays"])).toEqual([3, 3]);
  });

  test("backs patients' data up continuously and monthly, and copies both to the other region (S1-69, S1-70, S5-35)", () => {
    const copy = "arn:aws:backup:us-west-2:111122223333:backup-vault:hipaa-test-vault-copy";
    expect(one(resources, "aws:backup/plan:Plan", "dr-plan").inputs["rules"]).toEqual([
      {
        ruleName: "continuous", targetVaultName: "hipaa-test-vault", schedule: "cron(0 5 * * ? *)", startWindow: 60, completionWindow: 720, enableContinuousBackup: true,
        lifecycle: { deleteAfter: 35 }, copyActions: [{ destinationVaultArn: copy, lifecycle: { deleteAfter: 35 } }],
      },
      {
        ruleName: "monthly", targetVaultName: "hipaa-test-vault", schedule: "cron(0 7 1 * ? *)", startWindow: 60, completionWindow: 720, enableContinuousBackup: false,
        lifecycle: { deleteAfter: 2557 }, copyActions: [{ destinationVaultArn: copy, lifecycle: { deleteAfter: 2557 } }],
      },
    ]);
  });

  test.each([
    ["dr-plan-audit", "hipaa-test-plan-audit", ["daily", "monthly"], [35, 2557], "audit"],
    ["dr-plan-operational", "hipaa-test-plan-operational", ["daily"], [35], "operational"],
  ])("%s has the rules of its class, copied as far and as long (X-01)", (name, physical, rules, days, classification) => {
    const plan = one(resources, "aws:backup/plan:Plan", name).inputs;
    expect(plan).toMatchObject({ name: physical, tags: { DataClassification: classification } });
    expect(plan["rules"]).toMatchObject(rules.map((ruleName, index) => ({
      ruleName, targetVaultName: "hipaa-test-vault", enableContinuousBackup: false, lifecycle: { deleteAfter: days[index] },
      copyActions: [{ destinationVaultArn: "arn:aws:backup:us-west-2:111122223333:backup-vault:hipaa-test-vault-copy", lifecycle: { deleteAfter: days[index] } }],
    })));
    expect(plan["rules"]).toMatchObject([{ schedule: "cron(0 5 * * ? *)" }, { schedule: "cron(0 7 1 * ? *)" }].slice(0, rules.length));
  });

  test("selects for each plan what carries the tag of its class, and nothing else", () => {
    const selections = all(resources, "aws:backup/selection:Selection");
    const tags = { "dr-selection": "hipaa-test", "dr-selection-audit": "hipaa-test-audit", "dr-selection-operational": "hipaa-test-operational" };
    expect(Object.fromEntries(selections.map(({ name, inputs }) => [name, inputs["selectionTags"]])))
      .toEqual(Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [{ type: "STRINGEQUALS", key: "BackupPlan", value }]])));
    for (const { name, inputs } of selections) {
      expect(inputs["conditions"]).toEqual([{ stringEquals: [{ key: "aws:ResourceTag/BackupPlan", value: Reflect.get(tags, name) }] }]);
      expect(inputs).not.toHaveProperty("resources");
    }
    expect(new Set(Object.values(BackupClass).map((backupClass) => backedUp(vaultArguments.deployment, backupClass)["BackupPlan"]))).toEqual(new Set(Object.values(tags)));
  });

  test("moves monthly points to cold storage on request, continuous ones never", async () => {
    const cold = await recorded({ coldStorageAfterDays: 90, backupEveryHours: 6 });
    expect(one(cold, "aws:backup/plan:Plan", "dr-plan").inputs["rules"]).toMatchObject([
      { schedule: "cron(0 0/6 * * ? *)", lifecycle: { deleteAfter: 35 } },
      { lifecycle: { deleteAfter: 2557, coldStorageAfter: 90 }, copyActions: [{ lifecycle: { coldStorageAfter: 90 } }] },
    ]);
  });

  test("copies every day to an air-gapped vault on request, under AWS's own key", async () => {
    const apart = await recorded({ airGapped: { retentionDays: 60, confirmCompliance: true } });
    const vault = one(apart, "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault");
    expect(vault).toMatchObject({ protect: true, retainOnDelete: true, inputs: { name: "hipaa-test-vault-air-gapped", minRetentionDays: 7, maxRetentionDays: 2557 } });
    expect(vault.inputs).not.toHaveProperty("encryptionKeyArn");
    const plan = one(apart, "aws:backup/plan:Plan", "dr-plan");
    expect(plan.inputs["rules"]).toMatchObject([{ ruleName: "continuous" }, { ruleName: "monthly" }, {
      ruleName: "air-gapped", schedule: "cron(0 8 * * ? *)", enableContinuousBackup: false, lifecycle: { deleteAfter: 7 },
      copyActions: [{ destinationVaultArn: "arn:aws:backup:us-east-1:111122223333:backup-vault:hipaa-test-vault-air-gapped", lifecycle: { deleteAfter: 60 } }],
    }]);
    expect(plan.dependencies).toContain(vault.urn);
  });

  test("stores the first recovery point only in locked vaults", () => {
    for (const { dependencies } of all(resources, "aws:backup/plan:Plan")) {
      expect(["dr-vault-policy", "dr-vault-lock", "dr-copy-vault-policy", "dr-copy-vault-lock"].filter((name) => !dependencies.some((urn) => urn.endsWith(`::${name}`)))).toEqual([]);
    }
  });

  test("protects what carries the deployment's tag, volumes among them (S1-76, S5-17)", () => {
    expect(one(resources, "aws:backup/selection:Selection", "dr-selection").inputs).toMatchObject({
      selectionTags: [{ type: "STRINGEQUALS", key: "BackupPlan", value: "hipaa-test" }],
      conditions: [{ stringEquals: [{ key: "aws:ResourceTag/BackupPlan", value: "hipaa-test" }] }],
      notResources: [],
    });
  });

  test("uses roles of the backup service with policies that AWS maintains (X-02)", () => {
    expect(all(resources, "aws:iam/role:Role").map(({ inputs }) => inputs["name"])).toEqual(["hipaa-test-backup", "hipaa-test-backup-restore", "hipaa-test-backup-restore-test"]);
    for (const { inputs } of all(resources, "aws:iam/role:Role")) {
      expect(statementsOf(inputs["assumeRolePolicy"])).toMatchObject([{ Principal: { Service: ["backup.amazonaws.com"] }, Condition: { StringEqualsIfExists: { "aws:SourceAccount": "111122223333" } } }]);
    }
    const backup = ["arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup", "arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Backup"];
    const restore = ["arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores", "arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Restore"];
    const attached = (role: string): unknown => all(resources, "aws:iam/rolePolicyAttachment:RolePolicyAttachment").filter(({ inputs }) => inputs["role"] === role).map(({ inputs }) => inputs["policyArn"]);
    expect(attached("hipaa-test-backup")).toEqual(backup);
    expect(attached("hipaa-test-backup-restore")).toEqual(restore);
    expect(attached("hipaa-test-backup-restore-test")).toEqual(restore);
    expect([...all(resources, "aws:iam/policy:Policy"), ...all(resources, "aws:iam/rolePolicy:RolePolicy")]).toEqual([]);
  });

  test("restores the newest point of every type each month, within the original's network and keys (S1-71, S1-77)", () => {
    expect(one(resources, "aws:backup/restoreTestingPlan:RestoreTestingPlan").inputs).toMatchObject({
      name: "hipaa_test_monthly_restore_test", scheduleExpression: "cron(0 9 5 * ? *)",
      recoveryPointSelection: { algorithm: "LATEST_WITHIN_WINDOW", includeVaults: ["arn:aws:backup:us-east-1:111122223333:backup-vault:hipaa-test-vault"], selectionWindowDays: 31 },
    });
    const selections = all(resources, "aws:backup/restoreTestingSelection:RestoreTestingSelection");
    const { dataKeyArn, recordsKeyArn, auditKeyArn } = vaultArguments.restoreTest;
    const inDataTier = { dbSubnetGroupName: "hipaa-test-db", vpcSecurityGroupIds: '["sg-database"]' };
    expect(selections.map(({ inputs }) => [inputs["name"], inputs["protectedResourceType"], inputs["restoreMetadataOverrides"]]).toSorted((a, b) => String(a[0]).localeCompare(String(b[0])))).toEqual([
      ["hipaa_test_aurora", "Aurora", { ...inDataTier, kmsKeyId: dataKeyArn }],
      ["hipaa_test_dynamodb", "DynamoDB", { encryptionType: "KMS", kmsMasterKeyArn: recordsKeyArn }],
      ["hipaa_test_ebs", "EBS", { kmsKeyId: dataKeyArn }],
      ["hipaa_test_rds", "RDS", { ...inDataTier, publiclyAccessible: "false" }],
      ["hipaa_test_s3", "S3", { encryptionType: "SSE-KMS", kmsKey: dataKeyArn }],
      ["hipaa_test_s3_audit", "S3", { encryptionType: "SSE-KMS", kmsKey: auditKeyArn }],
    ]);
    for (const { inputs } of selections) {
      const value = inputs["name"] === "hipaa_test_s3_audit" ? "hipaa-test-audit" : "hipaa-test";
      expect(inputs).toMatchObject({ protectedResourceArns: ["*"], protectedResourceConditions: { stringEquals: [{ key: "aws:ResourceTag/BackupPlan", value }] } });
      expect(inputs["name"]).toMatch(/^[A-Za-z0-9_]{1,50}$/u);
    }
  });

  test("tests what there is to test", async () => {
    const { recordsKeyArn } = vaultArguments.restoreTest;
    const tables = await recorded({ restoreTest: recordsKeyArn === undefined ? {} : { recordsKeyArn } });
    expect(all(tables, "aws:backup/restoreTestingSelection:RestoreTestingSelection").map(({ inputs }) => inputs["protectedResourceType"])).toEqual(["DynamoDB"]);
  });

  test("reports what vaults notice to the topic of their region", () => {
    const events = ["COPY_JOB_FAILED", "RECOVERY_POINT_MODIFIED", "S3_BACKUP_OBJECT_FAILED", "S3_RESTORE_OBJECT_FAILED"];
    expect(one(resources, "aws:backup/vaultNotifications:VaultNotifications", "dr-vault-notifications").inputs)
      .toMatchObject({ region: "us-east-1", snsTopicArn: vaultArguments.alertTopicArn, backupVaultEvents: events });
    expect(one(resources, "aws:backup/vaultNotifications:VaultNotifications", "dr-copy-vault-notifications").inputs)
      .toMatchObject({ region: "us-west-2", snsTopicArn: vaultArguments.recoveryAlertTopicArn, backupVaultEvents: events });
    expect(all(resources, "aws:sns/topic:Topic")).toEqual([]);
  });

  test("alarms on backups and restores that fail, and on days without a backup, and says what to do", () => {
    const { alertTopicArn } = vaultArguments;
    const shared = { namespace: "AWS/Backup", dimensions: { BackupVaultName: "hipaa-test-vault" }, statistic: "Sum", alarmActions: [alertTopicArn], insufficientDataActions: [alertTopicArn] };
    const failed = { period: 3600, evaluationPeriods: 1, threshold: 1, comparisonOperator: "GreaterThanOrEqualToThreshold", treatMissingData: "notBreaching" };
    const alarms = all(resources, "aws:cloudwatch/metricAlarm:MetricAlarm");
    expect(Object.fromEntries(alarms.map(({ inputs: { alarmDescription: _advice, ...inputs } }) => [inputs["metricName"], inputs]))).toEqual({
      // Nothing at all is what a plan that selects nothing reports.
      NumberOfBackupJobsCompleted: { ...shared, metricName: "NumberOfBackupJobsCompleted", name: "hipaa-test-backup-missing", period: 86_400, evaluationPeriods: 2, threshold: 1, comparisonOperator: "LessThanThreshold", treatMissingData: "breaching" },
      NumberOfBackupJobsFailed: { ...shared, ...failed, metricName: "NumberOfBackupJobsFailed", name: "hipaa-test-backup-failures" },
      NumberOfRestoreJobsFailed: { ...shared, ...failed, metricName: "NumberOfRestoreJobsFailed", name: "hipaa-test-restore-failures" },
    });
    expect(alarms.every(({ inputs }) => /[.,] (?:Look|Open|Treat) /u.test(String(inputs["alarmDescription"])))).toBe(true);
  });

  test("knows every policy document at the first preview", () => {
    const documents = policyDocuments(resources);
    expect(documents).toHaveLength(5);
    expect(documents.every(({ document }) => statementsOf(document).length > 0)).toBe(true);
  });

  test("says what backups attain (S1-73)", () => {
    const settings = { continuousDays: 35, copyDays: 35, monthlyDays: 2557, coldAfterDays: undefined, airGapped: undefined };
    expect(attainedRpoMinutes({ ...settings, everyHours: 24 })).toEqual({ inRegion: 5, regionLost: 1560 });
    expect(attainedRpoMinutes({ ...settings, everyHours: 1 })).toEqual({ inRegion: 5, regionLost: 180 });
    expect(one(resources, "hipaa:index:DrVault").outputs).toMatchObject({ rpoMinutes: 5, regionLossRpoMinutes: 1560 });
  });

  test("registers what it offers", async () => {
    let vault: DrVault | undefined;
    const registered = await record(() => { vault = new DrVault("dr", vaultArguments); });
    expect(registeredOutputs(registered, "hipaa:index:DrVault")).toEqual(vault === undefined ? [] : publicFields(vault));
  });
});
