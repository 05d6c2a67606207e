import { Table } from "@pulumi/aws/dynamodb/table.js";
import { Parameter } from "@pulumi/aws/ssm/parameter.js";
import type * as pulumi from "@pulumi/pulumi";
import { backedUp } from "../lib/backup-tag.ts";
import { classified } from "../lib/data-classification.ts";
import type { PhiDataStoreArgs } from "./phi-data-store.ts";
import { storeNames } from "./store-names.ts";

/** Patient records by pseudonym: the key of an item never identifies a person. */
export function createRecordsTable(parent: pulumi.Resource, name: string, { deployment, recordsKeyArn }: PhiDataStoreArgs): Table {
  const { recordsTable } = storeNames(deployment);
  return new Table(`${name}-records`, {
    name: recordsTable,
    billingMode: "PAY_PER_REQUEST",
    attributes: [{ name: "pseudonym", type: "S" }, { name: "recordId", type: "S" }],
    hashKey: "pseudonym",
    rangeKey: "recordId",
    serverSideEncryption: { enabled: true, kmsKeyArn: recordsKeyArn },
    pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 35 },
    deletionProtectionEnabled: true,
    streamEnabled: true,
    streamViewType: "NEW_AND_OLD_IMAGES",
    tags: classified("phi", { Name: recordsTable, ...backedUp(deployment) }),
  }, { parent, protect: true });
}

/** Where the records functions read which key to use (S3-13, S3-14). */
export function createRecordsKeyParameter(parent: pulumi.Resource, name: string, { deployment, recordsKeyArn, secretsKeyArn }: PhiDataStoreArgs): Parameter {
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
