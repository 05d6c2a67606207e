import type { DrVaultArgs } from "../../../components/dr-vault/index.ts";

const key = (name: string, region = "us-east-1"): string => `arn:aws:kms:${region}:111122223333:key/${name}`;

/** Arguments that are accepted; tests change one at a time. */
export const vaultArguments: DrVaultArgs = {
  deployment: { prefix: "hipaa-test", accountId: "111122223333", region: "us-east-1", recoveryRegion: "us-west-2" },
  backupKeyArn: key("backup"),
  recoveryBackupKeyArn: key("backup", "us-west-2"),
  alertTopicArn: "arn:aws:sns:us-east-1:111122223333:alerts",
  recoveryAlertTopicArn: "arn:aws:sns:us-west-2:111122223333:alerts",
  vaultLock: { mode: "GOVERNANCE", minimumDays: 7, maximumDays: 2557 },
  restoreTest: { databaseSubnetGroupName: "hipaa-test-db", databaseSecurityGroupId: "sg-database", dataKeyArn: key("phi-data"), recordsKeyArn: key("phi-records"), auditKeyArn: key("audit") },
};
