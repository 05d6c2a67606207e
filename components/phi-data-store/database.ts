import { Instance } from "@pulumi/aws/rds/instance.js";
import type * as pulumi from "@pulumi/pulumi";
import { backedUp } from "../lib/backup-tag.ts";
import { classified } from "../lib/data-classification.ts";
import { type ChosenEngine, chosenEngine } from "../lib/database-engine.ts";
import { GUARANTEED } from "../lib/database-settings.ts";
import { databaseSurroundings } from "../lib/database-surroundings.ts";
import { DATABASE_NAME, MASTER_USER, storeNames } from "../lib/store-names.ts";
import { type MasterLogin, masterLogin } from "./master-login.ts";
import type { PhiDataStoreArgs } from "./phi-data-store.ts";

export interface Database {
  readonly instance: Instance;
  readonly engine: ChosenEngine;
  /** ARN of the secret with the master user's password. */
  readonly secretArn: pulumi.Output<string>;
}

/** The database with everything it needs. */
export function createDatabase(parent: pulumi.Resource, name: string, args: PhiDataStoreArgs, logRetentionDays: number): Database {
  const { deployment, database, dataKeyArn, logsKeyArn } = args;
  const names = storeNames(deployment);
  const engine = chosenEngine(database);
  const { inputs, readyAfter } = databaseSurroundings(name, {
    deployment, engine, logsKeyArn, logRetentionDays, database: names.database, subnetGroup: names.subnetGroup, monitoringRole: names.monitoringRole, subnetIds: args.isolatedSubnetIds,
  }, parent);
  const login: MasterLogin = masterLogin(parent, name, args, logRetentionDays);

  const instance = new Instance(`${name}-database`, {
    identifier: names.database,
    engine: engine.engine,
    engineVersion: engine.version,
    instanceClass: database.instanceClass,
    allocatedStorage: database.storageGiB,
    maxAllocatedStorage: database.maximumStorageGiB,
    kmsKeyId: dataKeyArn,
    dbName: DATABASE_NAME,
    username: MASTER_USER,
    ...login.inputs,
    port: engine.port,
    vpcSecurityGroupIds: [args.databaseSecurityGroupId],
    ...inputs,
    ...GUARANTEED,
    multiAz: true,
    skipFinalSnapshot: false,
    finalSnapshotIdentifier: names.finalSnapshot,
    performanceInsightsKmsKeyId: dataKeyArn,
    tags: classified("phi", { Name: names.database, ...backedUp(deployment) }),
  }, {
    parent,
    protect: true,
    dependsOn: [...readyAfter],
    // AWS Backup moves the window of an instance that it backs up continuously, and refuses changes.
    ignoreChanges: ["backupWindow"],
  });
  return { instance, engine, secretArn: login.secretArn(instance, engine) };
}
