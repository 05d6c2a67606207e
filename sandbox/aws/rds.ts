import { CloudError } from "../cloud-error.ts";
import { inWordsOf, loosely, type Reference } from "../references.ts";
import { ACCOUNT, type LiveContext, type OutputContext, type Refusal, type ResourceContext, type ResourceModels } from "../resource-model.ts";
import { uuid } from "../templates.ts";
import { kmsKey, role, securityGroup, subnet, topic } from "./references.ts";
import { byArn, byName } from "./reference-kinds.ts";
import { textOf } from "../wire.ts";

export const RDS_ARN = "arn:aws:rds:{region}:{account}";
export const key = inWordsOf(kmsKey, "KMSKeyNotAccessibleFault", "The specified KMS key [{value}] does not exist, is not enabled or you do not have permissions to access it.");
export const monitoringRole = inWordsOf(role, "InvalidParameterValue", "IAM role ARN value is invalid or does not include the required permissions for: ENHANCED_MONITORING ({value})");
export const group = inWordsOf(securityGroup, "InvalidParameterValue", "Invalid security group, groupId={value}, groupName=.");
const inUse = { code: "InvalidDBSubnetGroupStateFault", message: "Cannot delete the subnet group '{value}' because at least one database instance is using it." } as const;

export const subnetGroup = byName({ types: ["aws:rds/subnetGroup:SubnetGroup"], code: "DBSubnetGroupNotFoundFault", message: "DB subnet group '{value}' does not exist.", provided: /^default$/u, holds: inUse });
export const parameterGroup = byName({
  types: ["aws:rds/parameterGroup:ParameterGroup"],
  code: "DBParameterGroupNotFound",
  message: "DBParameterGroup not found: {value}",
  provided: /^default\./u,
  holds: { code: "InvalidDBParameterGroupState", message: "One or more database instances are still members of this parameter group {value}, so the group cannot be deleted" },
});
const optionGroup = byName({ types: ["aws:rds/optionGroup:OptionGroup"], code: "OptionGroupNotFoundFault", message: "Specified OptionGroupName: {value} not found.", provided: /^default:/u, nameInArn: (text) => text });
const proxy = byName({ types: ["aws:rds/proxy:Proxy"], code: "DBProxyNotFoundFault", message: "DB Proxy {value} not found" });
export const cluster = byName({ types: ["aws:rds/cluster:Cluster"], code: "DBClusterNotFoundFault", message: "DBCluster {value} not found." });
const INSTANCE = "aws:rds/instance:Instance";
/** By identifier: the provider's id of an instance is AWS's resource id. */
export const instance: Reference = {
  types: [INSTANCE],
  code: "DBInstanceNotFound",
  message: "DBInstance {value} not found.",
  find: (value, { region, inventory }) => inventory.ofType(INSTANCE).find((found) => found.region === region && found.inputs["identifier"] === value),
};
/** By identifier in the replica's own region, by ARN in another. */
const replicationSource: Reference = {
  ...instance,
  find: (value, place) => (value.startsWith("arn:") ? byArn([INSTANCE], { ...instance, anyRegion: true }).find(value, place) : instance.find(value, place)),
};

const INSTANCE_DEFAULTS = { applyImmediately: false, autoMinorVersionUpgrade: true, copyTagsToSnapshot: false, deleteAutomatedBackups: true, monitoringInterval: 0,
  performanceInsightsEnabled: false, publiclyAccessible: false, skipFinalSnapshot: false } as const;

export const rdsModels: ResourceModels = {
  "aws:rds/instance:Instance": {
    naming: { input: "identifier", maxLength: 63, lowercase: true },
    replaceOn: ["availabilityZone", "backupTarget", "characterSetName", "customIamInstanceProfile", "dbName", "engine", "kmsKeyId", "identifierPrefix", "ncharCharacterSetName",
      "restoreToPointInTime", "s3Import", "snapshotIdentifier", "storageEncrypted", "timezone", "username"],
    defaults: INSTANCE_DEFAULTS,
    id: "db-{HEX:26}",
    arn: `${RDS_ARN}:db:{identifier}`,
    outputs: (context) => instanceOutputs(context),
    duplicateCode: "DBInstanceAlreadyExists",
    uniqueBy: ["identifier"],
    validate: (context) => {
      const { inputs } = context;
      if (inputs["replicateSourceDb"] === undefined && inputs["snapshotIdentifier"] === undefined && inputs["engine"] === undefined) {
        throw new CloudError("InvalidParameterValue", "engine is required for a DB instance that is neither a replica nor restored");
      }
      if (inputs["manageMasterUserPassword"] === true && (inputs["password"] !== undefined || inputs["passwordWo"] !== undefined)) {
        throw new CloudError("InvalidParameterCombination", "You can't specify MasterUserPassword when you specify ManageMasterUserPassword");
      }
      refuseReplica(context);
    },
    references: { dbSubnetGroupName: subnetGroup, parameterGroupName: parameterGroup, optionGroupName: optionGroup, kmsKeyId: key, masterUserSecretKmsKeyId: key,
      performanceInsightsKmsKeyId: key, monitoringRoleArn: monitoringRole, vpcSecurityGroupIds: group, replicateSourceDb: replicationSource },
    deleteRefusal: (context) => protection("DB Instance")(context) ?? replicaProtection(context),
  },
  "aws:rds/subnetGroup:SubnetGroup": {
    naming: { input: "name", maxLength: 255, lowercase: true },
    replaceOn: ["name", "namePrefix"],
    defaults: { description: "Managed by Pulumi" },
    id: "{name}",
    arn: `${RDS_ARN}:subgrp:{id}`,
    duplicateCode: "DBSubnetGroupAlreadyExists",
    outputs: ({ inputs, inventory, region }) => {
      const first = Array.isArray(inputs["subnetIds"]) ? textOf(inputs["subnetIds"][0]) : "";
      return { supportedNetworkTypes: ["IPV4"], vpcId: inventory.find("aws:ec2/subnet:Subnet", region, first)?.inputs["vpcId"] ?? "" };
    },
    references: { subnetIds: inWordsOf(loosely(subnet), "InvalidSubnet", "Some input subnets in :[{value}] are invalid.") },
  },
  "aws:rds/parameterGroup:ParameterGroup": {
    naming: { input: "name", maxLength: 255, lowercase: true },
    replaceOn: ["name", "namePrefix", "family", "description"],
    defaults: { description: "Managed by Pulumi", skipDestroy: false },
    id: "{name}",
    arn: `${RDS_ARN}:pg:{id}`,
    duplicateCode: "DBParameterGroupAlreadyExists",
  },
  "aws:rds/optionGroup:OptionGroup": {
    naming: { input: "name", maxLength: 255, lowercase: true },
    replaceOn: ["name", "namePrefix", "engineName", "majorEngineVersion", "optionGroupDescription"],
    defaults: { optionGroupDescription: "Managed by Pulumi", skipDestroy: false },
    id: "{name}",
    arn: `${RDS_ARN}:og:{id}`,
    duplicateCode: "OptionGroupAlreadyExistsFault",
  },
  "aws:rds/proxy:Proxy": {
    naming: { input: "name", maxLength: 63 },
    replaceOn: ["engineFamily", "vpcSubnetIds", "endpointNetworkType", "targetConnectionNetworkType"],
    id: "{name}",
    arn: `${RDS_ARN}:db-proxy:prx-{hex:17}`,
    duplicateCode: "DBProxyAlreadyExistsFault",
    outputs: ({ id, hex, region }) => ({ endpoint: `${id}.proxy-${hex(12)}.${region}.rds.amazonaws.com`, idleClientTimeout: 1800 }),
    references: { vpcSubnetIds: inWordsOf(subnet, "InvalidSubnet"), vpcSecurityGroupIds: group, roleArn: inWordsOf(role, "InvalidParameterValue", "The IAM role {value} does not exist") },
  },
  "aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup": {
    replaceOn: ["dbProxyName"],
    id: "{dbProxyName}",
    arn: `${RDS_ARN}:target-group:prx-tg-{hex:17}`,
    outputs: () => ({ name: "default" }),
    references: { dbProxyName: proxy },
  },
  "aws:rds/proxyTarget:ProxyTarget": {
    replaceOn: ["dbClusterIdentifier", "dbInstanceIdentifier", "dbProxyName", "targetGroupName"],
    id: ({ inputs }) => `${textOf(inputs["dbProxyName"])}/${textOf(inputs["targetGroupName"])}/${inputs["dbInstanceIdentifier"] === undefined ? "TRACKED_CLUSTER" : "RDS_INSTANCE"}/${textOf(inputs["dbInstanceIdentifier"] ?? inputs["dbClusterIdentifier"])}`,
    duplicateCode: "DBProxyTargetAlreadyRegisteredFault",
    references: { dbProxyName: proxy, dbInstanceIdentifier: instance, dbClusterIdentifier: cluster },
  },
  "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication": {
    replaceOn: ["kmsKeyId", "preSignedUrl", "retentionPeriod", "sourceDbInstanceArn"],
    defaults: { retentionPeriod: 7 },
    id: "arn:aws:rds:{region}:{account}:auto-backup:ab-{hex:32}",
    references: {
      sourceDbInstanceArn: byArn(["aws:rds/instance:Instance"], { code: "DBInstanceNotFound", message: "DBInstance {value} not found.", anyRegion: true }),
      // The copy lies in this resource's region, and so must its key.
      kmsKeyId: key,
    },
  },
  "aws:rds/eventSubscription:EventSubscription": {
    naming: { input: "name", maxLength: 255 },
    replaceOn: ["name", "namePrefix"],
    defaults: { enabled: true },
    id: "{name}",
    arn: `${RDS_ARN}:es:{id}`,
    duplicateCode: "SubscriptionAlreadyExist",
    outputs: () => ({ customerAwsId: ACCOUNT }),
    references: { snsTopic: inWordsOf(topic, "SNSTopicArnNotFound", "SNS topic ARN does not exist: {value}") },
  },
  "aws:rds/roleAssociation:RoleAssociation": {
    replaceOn: ["dbInstanceIdentifier", "featureName", "roleArn"],
    id: "{dbInstanceIdentifier},{roleArn}",
    duplicateCode: "DBInstanceRoleAlreadyExists",
    references: { dbInstanceIdentifier: instance, roleArn: loosely(role) },
  },
};

/** What RDS and its provider refuse of a read replica. */
function refuseReplica({ inputs, inventory, region }: ResourceContext): void {
  const named = inputs["replicateSourceDb"];
  if (typeof named !== "string" || named === "") {
    return;
  }
  const source = replicationSource.find(named, { region, inventory });
  const own = inventory.ofType(INSTANCE).find((found) => found.region === region && found.inputs["identifier"] === inputs["identifier"]);
  if (own !== undefined && own.inputs["replicateSourceDb"] === undefined) {
    throw new CloudError("InvalidParameterValue", "cannot elect new source database for replication");
  }
  if (source === undefined || source === "outside") {
    return;
  }
  const engine = textOf(source.inputs["engine"]);
  if (source.inputs["manageMasterUserPassword"] === true && !engine.startsWith("sqlserver")) {
    throw new CloudError("InvalidParameterValue", `Creating read replicas for source instance with engine ${engine} where ManageMasterUserPassword is enabled is not supported.`);
  }
  if (source.inputs["backupRetentionPeriod"] === undefined || source.inputs["backupRetentionPeriod"] === 0) {
    throw new CloudError("InvalidDBInstanceState", `Automated backups are not enabled for this database instance ${textOf(source.inputs["identifier"])}. To enable automated backups, use ModifyDBInstance to set the backup retention period to a non-zero value.`);
  }
  if (source.region !== region && source.inputs["storageEncrypted"] === true && inputs["kmsKeyId"] === undefined) {
    throw new CloudError("InvalidParameterValue", "Cannot create a cross region unencrypted read replica from an encrypted source: give a KMS key of the replica's region");
  }
}

/** A replica has no last snapshot of its own. */
function replicaProtection({ inputs }: LiveContext): Refusal | undefined {
  return inputs["replicateSourceDb"] !== undefined && inputs["skipFinalSnapshot"] !== true
    ? { code: "InvalidParameterCombination", message: "FinalDBSnapshotIdentifier can not be specified when deleting a read replica" } : undefined;
}

function instanceOutputs(context: OutputContext): ReturnType<NonNullable<ResourceModels[string]["outputs"]>> {
  const { id, inputs, region, hex } = context;
  const address = `${textOf(inputs["identifier"])}.${hex(12)}.${region}.rds.amazonaws.com`;
  const port = portOf(context);
  return {
    address,
    port,
    endpoint: `${address}:${String(port)}`,
    hostedZoneId: "Z2R2ITUGPM61AM",
    resourceId: id,
    status: "available",
    engineVersionActual: inputs["engineVersion"] ?? "",
    replicas: [],
    listenerEndpoints: [],
    latestRestorableTime: "",
    username: inputs["username"] ?? "",
    masterUserSecrets: masterSecrets(context, `db-${uuid(context, "secret")}`),
  };
}

/** The secret that RDS keeps for a managed master password: its name is AWS's own. */
export function masterSecrets({ inputs, region, hex }: ResourceContext, name: string): readonly { readonly [field: string]: string }[] {
  return inputs["manageMasterUserPassword"] === true
    ? [{ secretArn: `arn:aws:secretsmanager:${region}:${ACCOUNT}:secret:rds!${name}-${hex(6, "suffix")}`, secretStatus: "active", kmsKeyId: textOf(inputs["masterUserSecretKmsKeyId"] ?? "alias/aws/secretsmanager") }]
    : [];
}

export function portOf({ inputs }: ResourceContext): number {
  const { port } = inputs;
  const engine = textOf(inputs["engine"]);
  if (typeof port === "number" && port !== 0) {
    return port;
  }
  return /mysql|mariadb/u.test(engine) ? 3306 : (/oracle/u.test(engine) ? 1521 : (/sqlserver/u.test(engine) ? 1433 : 5432));
}

/** A database goes only when it is not protected, and not without a decision on its last snapshot. */
export function protection(what: string): (context: LiveContext) => Refusal | undefined {
  return ({ inputs }) => {
    if (inputs["deletionProtection"] === true) {
      return { code: "InvalidParameterCombination", message: `Cannot delete protected ${what}, please disable deletion protection and try again.` };
    }
    return inputs["skipFinalSnapshot"] !== true && inputs["finalSnapshotIdentifier"] === undefined
      ? { code: "InvalidParameterCombination", message: "finalSnapshotIdentifier is required when skipFinalSnapshot is false" } : undefined;
  };
}
