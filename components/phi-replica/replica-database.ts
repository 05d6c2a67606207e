import { Instance, type InstanceArgs } from "@pulumi/aws/rds/instance.js";
import { Parameter } from "@pulumi/aws/ssm/parameter.js";
import * as pulumi from "@pulumi/pulumi";
import { classified } from "../lib/data-classification.ts";
import { backedUp } from "../lib/backup-tag.ts";
import { type ChosenEngine, chosenEngine } from "../lib/database-engine.ts";
import { GUARANTEED } from "../lib/database-settings.ts";
import { databaseSurroundings } from "../lib/database-surroundings.ts";
import { DATABASE_NAME, replicaNames } from "../lib/store-names.ts";
import type { PhiReplicaArgs } from "./phi-replica.ts";

export interface ReplicaInstance {
  readonly instance: Instance;
  readonly engine: ChosenEngine;
}

/**
 * The database's read replica in the recovery region. Engine, user, password and data are the
 * source's. Once promoted it names no source, so that no update makes it one again: RDS never turns
 * a database back into a replica, and the provider refuses to try.
 */
export function createReplicaDatabase(parent: pulumi.Resource, name: string, args: PhiReplicaArgs, logRetentionDays: number): ReplicaInstance {
  const { deployment, database, dataKeyArn, logsKeyArn } = args;
  const { recoveryRegion: region } = deployment;
  const names = replicaNames(deployment);
  const engine = chosenEngine(database);
  const { inputs, readyAfter } = databaseSurroundings(name, {
    deployment, region, engine, logsKeyArn, logRetentionDays, database: names.database, subnetGroup: names.subnetGroup, monitoringRole: names.monitoringRole, subnetIds: args.isolatedSubnetIds,
  }, parent);
  const instance = new Instance(`${name}-database`, {
    region,
    identifier: names.database,
    engine: engine.engine,
    instanceClass: database.instanceClass,
    maxAllocatedStorage: database.maximumStorageGiB,
    kmsKeyId: dataKeyArn,
    port: engine.port,
    vpcSecurityGroupIds: [args.databaseSecurityGroupId],
    ...inputs,
    ...GUARANTEED,
    ...standing(args),
    performanceInsightsKmsKeyId: dataKeyArn,
    tags: classified("phi", { Name: names.database, ...(args.promoted === true ? backedUp(deployment) : {}) }),
  }, { parent, protect: true, dependsOn: [...readyAfter], ignoreChanges: ["backupWindow"] });
  createConnectionParameter(parent, name, args, engine, instance);
  return { instance, engine };
}

/** A replica follows its source; a promoted one stands for itself. */
function standing({ deployment, promoted, secretsKeyArn, sourceDatabaseArn }: PhiReplicaArgs): Partial<InstanceArgs> {
  return promoted === true
    ? {
      multiAz: true,
      // Without replicas of its own, RDS keeps the password: that of the lost region counts no more.
      manageMasterUserPassword: true,
      masterUserSecretKmsKeyId: secretsKeyArn,
      skipFinalSnapshot: false,
      finalSnapshotIdentifier: replicaNames(deployment).finalSnapshot,
    }
    // RDS takes no last snapshot of a replica. A second zone comes with the promotion.
    : { replicateSourceDb: sourceDatabaseArn, multiAz: false, skipFinalSnapshot: true };
}

/** Parameters have no copies in other regions: the replica's own says how it is reached (S3-13). */
function createConnectionParameter(parent: pulumi.Resource, name: string, { deployment, secretsKeyArn }: PhiReplicaArgs, engine: ChosenEngine, { address }: Instance): void {
  const { connectionParameter } = replicaNames(deployment);
  new Parameter(`${name}-connection`, {
    region: deployment.recoveryRegion,
    name: connectionParameter,
    description: "How to reach the database's replica: engine, host, port and name, as JSON",
    type: "SecureString",
    keyId: secretsKeyArn,
    value: pulumi.jsonStringify({ engine: engine.engine, host: address, port: engine.port, database: DATABASE_NAME, tls: "verify-full" }),
    tags: classified("secret", { Name: connectionParameter }),
  }, { parent });
}
