import type { PhiReplicaArgs } from "../../../components/phi-replica/index.ts";

const key = (name: string, region: string): string => `arn:aws:kms:${region}:111122223333:key/${name}`;

/** Arguments that are accepted; tests change one at a time. */
export const replicaArguments: PhiReplicaArgs = {
  deployment: { prefix: "hipaa-test", accountId: "111122223333", region: "us-east-1", recoveryRegion: "us-west-2" },
  dataKeyAlias: "alias/hipaa-test/phi-data",
  dataKeyArn: key("phi-data", "us-west-2"),
  logsKeyArn: key("logs", "us-west-2"),
  secretsKeyArn: key("secrets", "us-west-2"),
  alertTopicArn: "arn:aws:sns:us-east-1:111122223333:hipaa-test-alerts",
  recoveryAlertTopicArn: "arn:aws:sns:us-west-2:111122223333:hipaa-test-alerts",
  sourceBucketName: "hipaa-test-phi-111122223333-us-east-1",
  sourceDatabaseArn: "arn:aws:rds:us-east-1:111122223333:db:hipaa-test-db",
  database: { instanceClass: "db.m7g.large", storageGiB: 100, maximumStorageGiB: 1000 },
  isolatedSubnetIds: ["subnet-c", "subnet-d"],
  databaseSecurityGroupId: "sg-recovery-database",
  objectLock: { mode: "GOVERNANCE", days: 400 },
};
