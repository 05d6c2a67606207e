import { Parameter } from "@pulumi/aws/ssm/parameter.js";
import * as pulumi from "@pulumi/pulumi";
import { classified } from "../lib/data-classification.ts";
import { DATABASE_NAME, storeNames } from "../lib/store-names.ts";
import type { Database } from "./database.ts";
import type { PhiDataStoreArgs } from "./phi-data-store.ts";

/** Where the records functions read which key to use (S3-13, S3-14). */
export function createRecordsKeyParameter(
  parent: pulumi.Resource, name: string, { deployment, recordsKeyArn, secretsKeyArn }: Pick<PhiDataStoreArgs, "deployment" | "recordsKeyArn" | "secretsKeyArn">,
): Parameter {
  const { recordsKeyParameter } = storeNames(deployment);
  return new Parameter(`${name}-records-key`, {
    name: recordsKeyParameter,
    description: "Key under which patient records are encrypted before they are stored",
    type: "SecureString",
    keyId: secretsKeyArn,
    value: recordsKeyArn,
    tags: classified("secret", { Name: recordsKeyParameter }),
  }, { parent });
}

/** Where workloads read how to reach the database (S3-13); without a password, as they log in by IAM. */
export function createConnectionParameter(parent: pulumi.Resource, name: string, { deployment, secretsKeyArn }: PhiDataStoreArgs, { engine }: Database, host: pulumi.Input<string>): Parameter {
  const { connectionParameter } = storeNames(deployment);
  return new Parameter(`${name}-connection`, {
    name: connectionParameter,
    description: "How to reach the database: engine, host, port and name, as JSON",
    type: "SecureString",
    keyId: secretsKeyArn,
    value: pulumi.jsonStringify({ engine: engine.dialect, host, port: engine.port, database: DATABASE_NAME, tls: "verify-full" }),
    tags: classified("secret", { Name: connectionParameter }),
  }, { parent });
}
