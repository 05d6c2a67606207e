import { CloudError } from "../cloud-error.ts";
import { inWordsOf } from "../references.ts";
import type { ResourceContext, ResourceModels } from "../resource-model.ts";
import { parseArn } from "./arn.ts";
import { kmsKey, table } from "./references.ts";
import { byArn } from "./reference-kinds.ts";
import { isList, isProperties, textOf } from "../wire.ts";

const key = inWordsOf(kmsKey, "ValidationException", "KMS key access denied or key does not exist: {value}");
const streamTimestamp = "2026-01-01T00:00:00.000";

export const dynamodbModels: ResourceModels = {
  "aws:dynamodb/table:Table": {
    naming: { input: "name", maxLength: 255 },
    replaceOn: ["name", "hashKey", "rangeKey", "localSecondaryIndexes", "importTable", "restoreBackupArn", "restoreDateTime", "restoreSourceName", "restoreSourceTableArn", "restoreToLatestTime"],
    defaults: { billingMode: "PROVISIONED", tableClass: "STANDARD" },
    id: "{name}",
    arn: "arn:aws:dynamodb:{region}:{account}:table/{id}",
    duplicateCode: "ResourceInUseException",
    outputs: ({ id, inputs, region }) => ({
      pointInTimeRecovery: { enabled: false },
      streamViewType: "",
      ...(inputs["streamEnabled"] === true || inputs["replicas"] !== undefined
        ? { streamArn: `arn:aws:dynamodb:${region}:123456789012:table/${id}/stream/${streamTimestamp}`, streamLabel: streamTimestamp } : { streamArn: "", streamLabel: "" }),
    }),
    defaultsInside: { replicas: { consistencyMode: "EVENTUAL", deletionProtectionEnabled: false, pointInTimeRecovery: false, propagateTags: false } },
    references: { "serverSideEncryption.kmsKeyArn": key },
    validate: (context) => {
      const { attributes, hashKey } = context.inputs;
      if (hashKey !== undefined && !(Array.isArray(attributes) && attributes.some((attribute: unknown) => JSON.stringify(attribute).includes(`"name":${JSON.stringify(hashKey)}`)))) {
        throw new CloudError("ValidationException", `hashKey ${JSON.stringify(hashKey)}: the attributes do not define it`);
      }
      refuseReplicas(context);
    },
    deleteRefusal: ({ inputs }) => (inputs["deletionProtectionEnabled"] === true
      ? { code: "ValidationException", message: "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first." } : undefined),
  },
  "aws:dynamodb/tableReplica:TableReplica": {
    replaceOn: ["globalTableArn", "kmsKeyArn", "tableClassOverride"],
    defaults: { pointInTimeRecovery: false },
    // Named after the table and the region of the original.
    id: ({ inputs }) => {
      const original = parseArn(textOf(inputs["globalTableArn"]));
      return `${original?.resource.slice("table/".length) ?? ""}:${original?.region ?? ""}`;
    },
    duplicateCode: "ResourceInUseException",
    outputs: ({ inputs, region }) => ({ arn: textOf(inputs["globalTableArn"]).replace(/^(arn:aws:dynamodb:)[^:]+/u, `$1${region}`), deletionProtectionEnabled: false }),
    references: { globalTableArn: byArn(table.types, { code: "ResourceNotFoundException", message: "Requested resource not found: Table: {value} not found", anyRegion: true }), kmsKeyArn: key },
    validate: ({ inputs, inventory, region }) => {
      const original = inventory.findByArn(textOf(inputs["globalTableArn"]), table.types);
      if (original?.region === region) {
        throw new CloudError("ValidationException", `The replica must be in another region than the table ${original.id}, which is in ${region}`);
      }
      if (original !== undefined && original.inputs["streamEnabled"] !== true) {
        throw new CloudError("ValidationException", `Table ${original.id} must have streams with NEW_AND_OLD_IMAGES to have replicas`);
      }
    },
    deleteRefusal: ({ inputs }) => (inputs["deletionProtectionEnabled"] === true
      ? { code: "ValidationException", message: "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first." } : undefined),
  },
  "aws:dynamodb/contributorInsights:ContributorInsights": {
    replaceOn: ["tableName", "indexName", "mode"],
    id: "name:{tableName}/index:{indexName}/{account}",
    duplicateCode: "ResourceInUseException",
    references: { tableName: table },
  },
  "aws:dynamodb/resourcePolicy:ResourcePolicy": {
    replaceOn: ["resourceArn"],
    id: "{resourceArn}",
    references: { resourceArn: table },
    documents: { policy: "ValidationException" },
    changedByUpdate: ["revisionId"],
  },
};

/** What DynamoDB refuses of the replicas of a table. */
function refuseReplicas({ inputs, inventory, region }: ResourceContext): void {
  const replicas = isList(inputs["replicas"]) ? inputs["replicas"].filter(isProperties) : [];
  for (const replica of replicas) {
    const place = textOf(replica["regionName"]);
    if (place === region) {
      throw new CloudError("ValidationException", `Cannot add, delete, or update the local region through ReplicaUpdates: ${region}`);
    }
    if (inputs["streamEnabled"] !== true || inputs["streamViewType"] !== "NEW_AND_OLD_IMAGES") {
      throw new CloudError("ValidationException", "Table must have streams with NEW_AND_OLD_IMAGES to have replicas");
    }
    const replicaKey = textOf(replica["kmsKeyArn"] ?? "");
    const encryption = isProperties(inputs["serverSideEncryption"]) ? textOf(inputs["serverSideEncryption"]["kmsKeyArn"] ?? "") : "";
    if (encryption !== "" && replicaKey === "") {
      throw new CloudError("ValidationException", "A table with a customer managed key needs one for each replica");
    }
    if (replicaKey !== "" && kmsKey.find(replicaKey, { region: place, inventory }) === undefined) {
      throw new CloudError("ValidationException", `KMS key access denied or key does not exist: ${replicaKey} in ${place}`);
    }
  }
}
