import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import type { Secret } from "@pulumi/aws/secretsmanager/secret.js";
import { SecretRotation } from "@pulumi/aws/secretsmanager/secretRotation.js";
import { CloudFormationStack } from "@pulumi/aws/serverlessrepository/cloudFormationStack.js";
import * as pulumi from "@pulumi/pulumi";
import { classified } from "../lib/data-classification.ts";
import { chosenEngine } from "../lib/database-engine.ts";
import { storeNames } from "../lib/store-names.ts";
import type { PhiDataStoreArgs } from "./phi-data-store.ts";
import type { StoreReplication } from "./store-settings.ts";

/** Where AWS publishes its rotation functions, and the release in use; a newer one is a change to review. */
const PUBLISHER = "arn:aws:serverlessrepo:us-east-1:297356227824:applications";
const RELEASE = "1.1.671";
/** Days for which a password is good. */
const ROTATION_DAYS = 30;

export interface RotationSpec {
  readonly replication: StoreReplication;
  readonly secret: Secret;
  /** What must exist before the first rotation, which follows at once. */
  readonly readyAfter: readonly pulumi.Resource[];
  readonly logRetentionDays: number;
}

/** Rotates the master password at once and every 30 days, by AWS's own function inside the network. */
export function createRotation(parent: pulumi.Resource, name: string, args: PhiDataStoreArgs, { replication, secret, readyAfter, logRetentionDays }: RotationSpec): void {
  const { deployment, secretsKeyArn, logsKeyArn } = args;
  const { rotationFunction } = storeNames(deployment);
  // Lambda would create the group itself, without key and for ever.
  const logs = new LogGroup(`${name}-rotation-log`, {
    name: `/aws/lambda/${rotationFunction}`, kmsKeyId: logsKeyArn, retentionInDays: logRetentionDays, tags: classified("phi"),
  }, { parent });
  const rotator = new CloudFormationStack(`${name}-rotation-function`, {
    name: rotationFunction,
    applicationId: `${PUBLISHER}/${chosenEngine(args.database).rotation}`,
    semanticVersion: RELEASE,
    capabilities: ["CAPABILITY_IAM", "CAPABILITY_RESOURCE_POLICY"],
    parameters: {
      endpoint: `https://secretsmanager.${deployment.region}.amazonaws.com`,
      functionName: rotationFunction,
      kmsKeyArn: secretsKeyArn,
      vpcSubnetIds: pulumi.all(replication.rotationSubnetIds).apply((ids) => ids.join(",")),
      vpcSecurityGroupIds: replication.rotationSecurityGroupId,
    },
    tags: classified("secret", { Name: rotationFunction }),
  }, { parent, dependsOn: [logs] });
  new SecretRotation(`${name}-master-rotation`, {
    secretId: secret.id,
    rotationLambdaArn: rotator.outputs.apply((outputs) => outputs["RotationLambdaARN"] ?? ""),
    rotationRules: { automaticallyAfterDays: ROTATION_DAYS },
    rotateImmediately: true,
  }, { parent: secret, dependsOn: [...readyAfter] });
}
