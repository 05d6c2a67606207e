import type { ProxyTargetArgs } from "@pulumi/aws/rds/proxyTarget.js";
import { Instance } from "@pulumi/aws/rds/instance.js";
import * as pulumi from "@pulumi/pulumi";
import { backedUp } from "../lib/backup-tag.ts";
import { classified } from "../lib/data-classification.ts";
import { type ChosenEngine, chosenEngine } from "../lib/database-engine.ts";
import { GUARANTEED } from "../lib/database-settings.ts";
import { databaseSurroundings, type SurroundingsSpec } from "../lib/database-surroundings.ts";
import type { ReachableDatabase } from "../lib/reachable-database.ts";
import { DATABASE_NAME, MASTER_USER, storeNames } from "../lib/store-names.ts";
import { createAurora } from "./aurora-database.ts";
import { type MasterLogin, masterLogin } from "./master-login.ts";
import type { PhiDataStoreArgs } from "./phi-data-store.ts";

/** The database as the rest sees it, an instance or a cluster. */
export interface Database extends ReachableDatabase {
  readonly subnetGroupName: pulumi.Output<string>;
  /** ARN of the secret with the master user's password. */
  readonly secretArn: pulumi.Output<string>;
  /** How a proxy names it, and what must exist before. */
  readonly proxyTarget: Partial<ProxyTargetArgs>;
  readonly readyAfter: readonly pulumi.Resource[];
  /** Id and full engine version of the global database; empty without one. */
  readonly globalId: pulumi.Output<string>;
  readonly globalVersion: pulumi.Output<string>;
}

/** What both kinds of databases are made of. */
export interface DatabaseParts {
  readonly engine: ChosenEngine;
  readonly surroundings: SurroundingsSpec;
  readonly login: MasterLogin;
}

/** The database with everything it needs. */
export function createDatabase(parent: pulumi.Resource, name: string, args: PhiDataStoreArgs, logRetentionDays: number): Database {
  const { deployment, logsKeyArn } = args;
  const { database, subnetGroup, monitoringRole } = storeNames(deployment);
  const engine = chosenEngine(args.database);
  const surroundings = { deployment, engine, logsKeyArn, logRetentionDays, database, subnetGroup, monitoringRole, subnetIds: args.isolatedSubnetIds };
  const parts: DatabaseParts = { engine, surroundings, login: masterLogin(parent, name, args, logRetentionDays) };
  return engine.cluster ? createAurora(parent, name, args, parts) : createInstance(parent, name, args, parts);
}

function createInstance(parent: pulumi.Resource, name: string, args: PhiDataStoreArgs, { engine, surroundings, login }: DatabaseParts): Database {
  const { deployment, database, dataKeyArn, secretsKeyArn } = args;
  const names = storeNames(deployment);
  const { inputs, readyAfter } = databaseSurroundings(name, surroundings, parent);
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
    ...(login.password === undefined ? { manageMasterUserPassword: true, masterUserSecretKmsKeyId: secretsKeyArn } : { passwordWo: login.password, passwordWoVersion: 1 }),
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
  const { address, arn, endpoint, resourceId, masterUserSecrets, dbSubnetGroupName } = instance;
  return {
    engine, arn, address, endpoint, resourceId,
    subnetGroupName: dbSubnetGroupName,
    secretArn: login.secretArn({ address, managedSecrets: masterUserSecrets, readyAfter: [] }, engine),
    proxyTarget: { dbInstanceIdentifier: instance.identifier },
    readyAfter: [],
    globalId: pulumi.output(""),
    globalVersion: pulumi.output(""),
  };
}
