import { Table } from "@pulumi/aws/dynamodb/table.js";
import type { input } from "@pulumi/aws/types/index.js";
import type * as pulumi from "@pulumi/pulumi";
import { backedUp } from "../lib/backup-tag.ts";
import { classified } from "../lib/data-classification.ts";
import { storeNames } from "../lib/store-names.ts";
import type { PhiDataStoreArgs } from "./phi-data-store.ts";

/** What the table needs of the store's arguments. */
export type RecordsTableArgs = Pick<PhiDataStoreArgs, "deployment" | "recordsKeyArn" | "replication">;

/** Patient records by pseudonym: the key of an item never identifies a person. */
export function createRecordsTable(parent: pulumi.Resource, name: string, args: RecordsTableArgs): Table {
  const { deployment, recordsKeyArn } = args;
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
    ...replicas(args),
    tags: classified("phi", { Name: recordsTable, ...backedUp(deployment) }),
  }, { parent, protect: true });
}

/**
 * A replica that takes writes as well, about a second behind, the last writer winning. Strong
 * consistency would need a third region.
 */
function replicas({ deployment, replication }: RecordsTableArgs): { readonly replicas?: input.dynamodb.TableReplica[] } {
  return replication === undefined ? {} : {
    replicas: [{
      regionName: deployment.recoveryRegion,
      kmsKeyArn: replication.recordsKeyArn,
      consistencyMode: "EVENTUAL",
      pointInTimeRecovery: true,
      deletionProtectionEnabled: true,
      propagateTags: true,
    }],
  };
}
