import { stateOf } from "../inventory.ts";
import { inWordsOf, type Reference } from "../references.ts";
import { ACCOUNT, type OutputContext, type ResourceModels } from "../resource-model.ts";
import { type Properties, textOf } from "../wire.ts";
import { parseArn } from "./arn.ts";
import { byName } from "./reference-kinds.ts";
import { cluster, instance } from "./rds.ts";
import { kmsKey } from "./references.ts";

const SNAPSHOTS = ["aws:rds/snapshot:Snapshot", "aws:rds/snapshotCopy:SnapshotCopy"];
const snapshot: Reference = byName({ types: SNAPSHOTS, code: "DBSnapshotNotFound", message: "DBSnapshot not found: {value}", anyRegion: true, nameInArn: (resource) => resource.replace(/^snapshot:/u, "") });
const key = inWordsOf(kmsKey, "KMSKeyNotAccessibleFault", "The specified KMS key [{value}] does not exist, is not enabled or you do not have permissions to access it.");

/** Snapshots that the program takes, and copies of them. AWS keeps one when its database goes. */
export const rdsSnapshotModels: ResourceModels = {
  "aws:rds/snapshot:Snapshot": {
    naming: false,
    replaceOn: ["dbInstanceIdentifier", "dbSnapshotIdentifier"],
    id: "{dbSnapshotIdentifier}",
    duplicateCode: "DBSnapshotAlreadyExists",
    outputs: (context) => ({ ...taken(instance.find(textOf(context.inputs["dbInstanceIdentifier"]), context)), dbSnapshotArn: arnOf(context, "snapshot") }),
    references: { dbInstanceIdentifier: instance },
  },
  "aws:rds/clusterSnapshot:ClusterSnapshot": {
    naming: false,
    replaceOn: ["dbClusterIdentifier", "dbClusterSnapshotIdentifier"],
    id: "{dbClusterSnapshotIdentifier}",
    duplicateCode: "DBClusterSnapshotAlreadyExistsFault",
    outputs: (context) => {
      const { encrypted, ...rest } = taken(cluster.find(textOf(context.inputs["dbClusterIdentifier"]), context));
      return { ...rest, storageEncrypted: encrypted ?? false, dbClusterSnapshotArn: arnOf(context, "cluster-snapshot") };
    },
    references: { dbClusterIdentifier: cluster },
  },
  "aws:rds/snapshotCopy:SnapshotCopy": {
    naming: false,
    replaceOn: ["copyTags", "destinationRegion", "kmsKeyId", "optionGroupName", "presignedUrl", "sourceDbSnapshotIdentifier", "targetCustomAvailabilityZone", "targetDbSnapshotIdentifier"],
    id: "{targetDbSnapshotIdentifier}",
    duplicateCode: "DBSnapshotAlreadyExists",
    outputs: (context) => {
      const { status: _status, ...rest } = taken(snapshot.find(textOf(context.inputs["sourceDbSnapshotIdentifier"]), context));
      return { ...rest, encrypted: context.inputs["kmsKeyId"] !== undefined || rest["encrypted"] === true, dbSnapshotArn: arnOf(context, "snapshot"), sourceRegion: regionOf(context) };
    },
    references: { sourceDbSnapshotIdentifier: snapshot, kmsKeyId: key },
  },
};

/** What a snapshot takes over from what it was taken of. */
function taken(source: ReturnType<Reference["find"]>): Properties {
  const state = source === undefined || source === "outside" ? {} : stateOf(source);
  return {
    allocatedStorage: state["allocatedStorage"] ?? 0, encrypted: state["storageEncrypted"] ?? state["encrypted"] ?? false, engine: state["engine"] ?? "", engineVersion: state["engineVersionActual"] ?? state["engineVersion"] ?? "",
    port: state["port"] ?? 0, snapshotType: "manual", status: "available", licenseModel: "postgresql-license", storageType: state["storageType"] ?? "gp3",
  };
}

function arnOf({ id, region }: OutputContext, kind: string): string {
  return `arn:aws:rds:${region}:${ACCOUNT}:${kind}:${id}`;
}

function regionOf({ inputs, region }: OutputContext): string {
  return parseArn(textOf(inputs["sourceDbSnapshotIdentifier"]))?.region ?? region;
}
