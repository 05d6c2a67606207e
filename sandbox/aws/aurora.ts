import { CloudError } from "../cloud-error.ts";
import type { CloudResource, Inventory } from "../inventory.ts";
import type { Reference } from "../references.ts";
import { type LiveContext, type Refusal, type ResourceContext, type ResourceModels } from "../resource-model.ts";
import { uuid } from "../templates.ts";
import { isList, isProperties, textOf } from "../wire.ts";
import { cluster, group, key, masterSecrets, monitoringRole, parameterGroup, portOf, protection, RDS_ARN, subnetGroup } from "./rds.ts";
import { byArn, byName } from "./reference-kinds.ts";

const CLUSTER = "aws:rds/cluster:Cluster";
const MEMBER = "aws:rds/clusterInstance:ClusterInstance";
const GLOBAL = "aws:rds/globalCluster:GlobalCluster";

const clusterParameterGroup = byName({ types: ["aws:rds/clusterParameterGroup:ClusterParameterGroup"], code: "DBClusterParameterGroupNotFound", message: "DBClusterParameterGroup not found: {value}", provided: /^default\./u });
/** The primary stays as long as the global database that was made of it. */
const source = byArn([CLUSTER], {
  code: "DBClusterNotFoundFault",
  message: "DBCluster {value} not found.",
  anyRegion: true,
  holds: { code: "InvalidDBClusterStateFault", message: "This cluster is a part of a global cluster, please remove it from globalcluster first" },
});
const globalCluster: Reference = {
  types: [GLOBAL],
  code: "GlobalClusterNotFoundFault",
  message: "Global cluster {value} not found.",
  find: (value, { inventory }) => inventory.ofType(GLOBAL).find(({ id }) => id === value),
};
/** Inputs by which a cluster takes user and password over from another one. */
const TAKEN_OVER = ["replicationSourceIdentifier", "snapshotIdentifier", "restoreToPointInTime", "s3Import"];
const CREDENTIALS = ["masterUsername", "masterPassword", "masterPasswordWo", "manageMasterUserPassword"];

export const auroraModels: ResourceModels = {
  [CLUSTER]: {
    naming: { input: "clusterIdentifier", maxLength: 63, lowercase: true },
    replaceOn: ["availabilityZones", "clusterIdentifier", "clusterIdentifierPrefix", "databaseName", "dbSubnetGroupName", "dbSystemId", "engine", "engineMode", "kmsKeyId", "masterUsername",
      "restoreToPointInTime", "s3Import", "snapshotIdentifier", "sourceRegion", "storageEncrypted"],
    defaults: { allowMajorVersionUpgrade: false, copyTagsToSnapshot: false, deleteAutomatedBackups: true, engineMode: "provisioned", skipFinalSnapshot: false, backupRetentionPeriod: 1 },
    id: "{clusterIdentifier}",
    arn: `${RDS_ARN}:cluster:{id}`,
    duplicateCode: "DBClusterAlreadyExistsFault",
    outputs: (context) => ({
      clusterResourceId: `cluster-${context.hex(26).toUpperCase()}`,
      endpoint: `${context.id}.cluster-${context.hex(12)}.${context.region}.rds.amazonaws.com`,
      readerEndpoint: `${context.id}.cluster-ro-${context.hex(12)}.${context.region}.rds.amazonaws.com`,
      engineVersionActual: fullVersion(textOf(context.inputs["engineVersion"] ?? "16")),
      port: portOf(context),
      masterUserSecrets: masterSecrets(context, `cluster-${uuid(context, "secret")}`),
    }),
    references: { dbSubnetGroupName: subnetGroup, dbClusterParameterGroupName: clusterParameterGroup, dbInstanceParameterGroupName: parameterGroup, kmsKeyId: key,
      masterUserSecretKmsKeyId: key, monitoringRoleArn: monitoringRole, vpcSecurityGroupIds: group, globalClusterIdentifier: globalCluster },
    validate: (context) => {
      const existing = context.inventory.find(CLUSTER, context.region, textOf(context.inputs["clusterIdentifier"]));
      if (existing === undefined) {
        refuseNewCluster(context);
      } else {
        refuseMembership(context, existing);
      }
      refusePassword(context, existing);
    },
    deleteRefusal: protection("DB Cluster"),
  },
  [MEMBER]: {
    naming: { input: "identifier", maxLength: 63, lowercase: true },
    replaceOn: ["availabilityZone", "clusterIdentifier", "customIamInstanceProfile", "dbSubnetGroupName", "engine", "identifier", "identifierPrefix"],
    defaults: { autoMinorVersionUpgrade: true, copyTagsToSnapshot: false, forceDestroy: false, monitoringInterval: 0, promotionTier: 0 },
    id: "{identifier}",
    arn: `${RDS_ARN}:db:{id}`,
    duplicateCode: "DBInstanceAlreadyExists",
    outputs: (context) => ({ dbiResourceId: `db-${context.hex(26).toUpperCase()}`, endpoint: `${context.id}.${context.hex(12)}.${context.region}.rds.amazonaws.com`, port: portOf(context) }),
    references: {
      clusterIdentifier: { ...cluster, holds: { code: "InvalidDBClusterStateFault", message: "Cluster {value} cannot be deleted, it still contains DB instances in non-deleting state." } },
      dbParameterGroupName: parameterGroup, monitoringRoleArn: monitoringRole, performanceInsightsKmsKeyId: key,
    },
    validate: ({ inputs, inventory, region }) => {
      const owner = inventory.find(CLUSTER, region, textOf(inputs["clusterIdentifier"]));
      if (inputs["instanceClass"] === "db.serverless" && owner !== undefined && owner.inputs["serverlessv2ScalingConfiguration"] === undefined) {
        throw new CloudError("InvalidDBClusterStateFault", "Set the Serverless v2 scaling configuration on the parent DB cluster before creating a Serverless v2 DB instance.");
      }
      if (owner !== undefined && globalOf(owner, inventory) !== undefined) {
        refuseBurstable(textOf(inputs["instanceClass"]));
      }
    },
  },
  [GLOBAL]: {
    replaceOn: ["databaseName", "engine", "globalClusterIdentifier", "sourceDbClusterIdentifier", "storageEncrypted"],
    id: "{globalClusterIdentifier}",
    arn: "arn:aws:rds::{account}:global-cluster:{id}",
    uniqueEverywhere: true,
    duplicateCode: "GlobalClusterAlreadyExistsFault",
    outputs: ({ inputs, inventory, id, hex }) => {
      const primary = inventory.findByArn(textOf(inputs["sourceDbClusterIdentifier"]), [CLUSTER]);
      const taken = primary === undefined ? {} : {
        engine: primary.inputs["engine"] ?? "", databaseName: primary.inputs["databaseName"] ?? "", storageEncrypted: primary.inputs["storageEncrypted"] ?? false,
        engineVersion: primary.outputs["engineVersionActual"] ?? "",
      };
      return {
        ...taken,
        engineVersionActual: taken.engineVersion ?? fullVersion(textOf(inputs["engineVersion"] ?? "16")),
        endpoint: `${id}.global-${hex(12)}.global.rds.amazonaws.com`,
        globalClusterResourceId: `cluster-${hex(16)}`,
        globalClusterMembers: primary === undefined ? [] : [{ dbClusterArn: textOf(primary.outputs["arn"]), isWriter: true }],
      };
    },
    references: { sourceDbClusterIdentifier: source },
    validate: refuseGlobal,
    deleteRefusal: globalProtection,
  },
  "aws:rds/clusterParameterGroup:ClusterParameterGroup": {
    naming: { input: "name", maxLength: 255, lowercase: true },
    replaceOn: ["name", "namePrefix", "family", "description"],
    defaults: { description: "Managed by Pulumi" },
    id: "{name}",
    arn: `${RDS_ARN}:cluster-pg:{id}`,
    duplicateCode: "DBParameterGroupAlreadyExists",
    validate: ({ inputs }) => {
      const parameters = isList(inputs["parameters"]) ? inputs["parameters"].filter(isProperties) : [];
      const bound = parameters.find(({ name }) => name === "rds.global_db_rpo")?.["value"];
      if (bound !== undefined && !(Number(bound) >= 20 && Number(bound) <= 2_147_483_647)) {
        throw new CloudError("InvalidParameterValue", `Invalid parameter value: ${textOf(bound)} for: rds.global_db_rpo allowed values are: 20-2147483647`);
      }
    },
  },
};

/** RDS takes a major version, and then runs a minor version of its own choice. */
function fullVersion(version: string): string {
  return version.includes(".") ? version : `${version}.4`;
}

/** Id of the global database that a cluster is part of: as what it was made of, or as a secondary. */
function globalOf({ inputs, outputs }: Pick<CloudResource, "inputs" | "outputs">, inventory: Inventory): string | undefined {
  const named = textOf(inputs["globalClusterIdentifier"]);
  return named === "" ? inventory.ofType(GLOBAL).find((global) => global.inputs["sourceDbClusterIdentifier"] === outputs["arn"])?.id : named;
}

function primaryOf(globalId: string, inventory: Inventory): CloudResource | undefined {
  const global = inventory.ofType(GLOBAL).find(({ id }) => id === globalId);
  return inventory.findByArn(textOf(global?.inputs["sourceDbClusterIdentifier"]), [CLUSTER])
    ?? inventory.ofType(CLUSTER).find(({ inputs }) => inputs["globalClusterIdentifier"] === globalId && inputs["masterUsername"] !== undefined);
}

function refuseNewCluster({ inputs, inventory, region }: ResourceContext): void {
  const primary = inputs["globalClusterIdentifier"] === undefined ? undefined : primaryOf(textOf(inputs["globalClusterIdentifier"]), inventory);
  if (primary === undefined) {
    refuseNameless(inputs);
    return;
  }
  if (CREDENTIALS.some((input) => inputs[input] !== undefined)) {
    throw new CloudError("InvalidParameterCombination", "Cannot specify user name or password for cross region replication cluster");
  }
  if (primary.region === region) {
    throw new CloudError("InvalidParameterValue", `The global cluster already has a DB cluster in ${region}`);
  }
  const versions = [textOf(inputs["engineVersion"]), textOf(primary.outputs["engineVersionActual"])].map((version) => version.split(".")[0]);
  if (inputs["engine"] !== primary.inputs["engine"] || versions[0] !== versions[1]) {
    throw new CloudError("InvalidParameterValue", "The engine or engine version you requested for your replica cluster isn't compatible with that of the primary cluster");
  }
  if (primary.inputs["storageEncrypted"] === true && inputs["kmsKeyId"] === undefined) {
    throw new CloudError("InvalidParameterCombination", "The source cluster is encrypted; target cluster must have a KMS key of its region");
  }
}

/** A cluster that stands for itself names its user; RDS makes or takes the password. */
function refuseNameless(inputs: ResourceContext["inputs"]): void {
  if (TAKEN_OVER.some((input) => inputs[input] !== undefined)) {
    return;
  }
  const [user = "", ...passwords] = CREDENTIALS;
  if (inputs[user] === undefined) {
    throw new CloudError("InvalidParameterValue", "The parameter MasterUsername must be provided and must not be blank.");
  }
  if (passwords.every((input) => inputs[input] === undefined || inputs[input] === false)) {
    throw new CloudError("InvalidParameterValue", "The parameter MasterUserPassword must be provided and must not be blank.");
  }
}

/** The provider takes a cluster out of a global database, and puts none in. */
function refuseMembership({ inputs }: ResourceContext, existing: CloudResource): void {
  const [before, after] = [existing.inputs["globalClusterIdentifier"], inputs["globalClusterIdentifier"]];
  if (after !== undefined && after !== before) {
    throw new CloudError("InvalidParameterValue", before === undefined
      ? "existing RDS Clusters cannot be added to an existing RDS Global Cluster" : "existing RDS Clusters cannot be migrated between existing RDS Global Clusters");
  }
}

/** RDS keeps no password of a member; and the provider changes a cluster before it takes it out. */
function refusePassword({ inputs, inventory }: ResourceContext, existing: CloudResource | undefined): void {
  if (inputs["manageMasterUserPassword"] !== true) {
    return;
  }
  if (inputs["masterPassword"] !== undefined || inputs["masterPasswordWo"] !== undefined) {
    throw new CloudError("InvalidParameterCombination", "You can't specify MasterUserPassword when you specify ManageMasterUserPassword");
  }
  if (inputs["globalClusterIdentifier"] !== undefined || (existing !== undefined && globalOf(existing, inventory) !== undefined)) {
    throw new CloudError("InvalidParameterCombination", "ManageMasterUserPassword isn't supported for DB clusters that are part of an Aurora global database");
  }
}

function refuseBurstable(instanceClass: string): void {
  if (instanceClass.startsWith("db.t")) {
    throw new CloudError("InvalidParameterCombination", `The DB instance class ${instanceClass} isn't compatible with Aurora global databases`);
  }
}

function refuseGlobal({ inputs, inventory }: ResourceContext): void {
  const named = inputs["sourceDbClusterIdentifier"];
  if (named === undefined) {
    return;
  }
  if (inputs["engine"] !== undefined || inputs["forceDestroy"] === undefined) {
    throw new CloudError("InvalidParameterCombination", "sourceDbClusterIdentifier goes without engine and with forceDestroy");
  }
  const primary = inventory.findByArn(textOf(named), [CLUSTER]);
  if (primary?.inputs["manageMasterUserPassword"] === true) {
    throw new CloudError("InvalidParameterCombination", "ManageMasterUserPassword isn't supported for DB clusters that are part of an Aurora global database");
  }
  for (const member of inventory.ofType(MEMBER).filter(({ inputs: { clusterIdentifier }, region }) => clusterIdentifier === primary?.id && region === primary?.region)) {
    refuseBurstable(textOf(member.inputs["instanceClass"]));
  }
}

/** The provider empties a global database before it deletes it, where it may. */
function globalProtection({ id, inputs, inventory }: LiveContext): Refusal | undefined {
  if (inputs["deletionProtection"] === true) {
    return { code: "InvalidParameterCombination", message: "Cannot delete protected Global Cluster, please disable deletion protection and try again." };
  }
  const members = inventory.ofType(CLUSTER).filter((found) => globalOf(found, inventory) === id);
  return members.length > 0 && inputs["forceDestroy"] !== true
    ? { code: "InvalidGlobalClusterStateFault", message: `Global Cluster ${id} is not empty` } : undefined;
}
