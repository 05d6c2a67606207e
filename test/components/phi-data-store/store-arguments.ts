import type { PhiDataStoreArgs, StoreReplication } from "../../../components/phi-data-store/index.ts";

const key = (name: string): string => `arn:aws:kms:us-east-1:111122223333:key/${name}`;

/** Arguments that are accepted; tests change one at a time. */
export const storeArguments: PhiDataStoreArgs = {
  deployment: { prefix: "hipaa-test", accountId: "111122223333", region: "us-east-1", recoveryRegion: "us-west-2" },
  dataKeyArn: key("phi-data"),
  recordsKeyArn: key("phi-records"),
  logsKeyArn: key("logs"),
  secretsKeyArn: key("secrets"),
  isolatedSubnetIds: ["subnet-a", "subnet-b"],
  databaseSecurityGroupId: "sg-database",
  database: { instanceClass: "db.m7g.large", storageGiB: 100, maximumStorageGiB: 1000 },
  objectLock: { mode: "GOVERNANCE", days: 400 },
};

/** What makes the stores ones that can be replicated. */
export const replication: StoreReplication = {
  recordsKeyArn: "arn:aws:kms:us-west-2:111122223333:key/phi-records",
  secretsKeyArn: "arn:aws:kms:us-west-2:111122223333:key/secrets",
  rotationSubnetIds: ["subnet-app-a", "subnet-app-b"],
  rotationSecurityGroupId: "sg-app",
};
