import { CloudError } from "../cloud-error.ts";
import { inWordsOf, type Reference } from "../references.ts";
import type { ResourceContext, ResourceModels } from "../resource-model.ts";
import { uuid } from "../templates.ts";
import { refuseUntrusted } from "./organization.ts";
import { bucket, bucketAnywhere, kmsKey, logGroup, role } from "./references.ts";
import { byName } from "./reference-kinds.ts";
import { textOf } from "../wire.ts";

const GLUE = "arn:aws:glue:{region}:{account}";
const workgroup = byName({ types: ["aws:athena/workgroup:Workgroup"], code: "InvalidRequestException", message: "WorkGroup {value} is not found.", provided: /^primary$/u });
const glueDatabase: Reference = {
  types: ["aws:glue/catalogDatabase:CatalogDatabase", "aws:athena/database:Database"],
  code: "EntityNotFoundException",
  message: "Database {value} not found.",
  find: (value, { region, inventory }) => (value === "default" ? "outside" : glueDatabase.types.flatMap((type) => inventory.ofType(type))
    .find((found) => found.region === region && found.inputs["name"] === value)),
};

/** CloudTrail, and Athena and Glue, which read what it wrote. */
export const auditModels: ResourceModels = {
  "aws:cloudtrail/trail:Trail": {
    naming: { input: "name", maxLength: 128 },
    replaceOn: ["name"],
    defaults: { enableLogFileValidation: false, enableLogging: true, includeGlobalServiceEvents: true, isMultiRegionTrail: false, isOrganizationTrail: false },
    defaultsInside: { eventSelectors: { includeManagementEvents: true, readWriteType: "All" } },
    id: "arn:aws:cloudtrail:{region}:{account}:trail/{name}",
    arn: "{id}",
    duplicateCode: "TrailAlreadyExistsException",
    outputs: ({ region, inputs }) => ({ homeRegion: region, snsTopicArn: inputs["snsTopicName"] === undefined ? "" : `arn:aws:sns:${region}:123456789012:${textOf(inputs["snsTopicName"])}` }),
    references: {
      s3BucketName: inWordsOf(bucketAnywhere, "S3BucketDoesNotExistException", "S3 bucket {value} does not exist!"),
      kmsKeyId: inWordsOf(kmsKey, "KmsKeyNotFoundException", "The KMS key {value} does not exist, or it and the S3 bucket are not in the same Region"),
      cloudWatchLogsGroupArn: inWordsOf(logGroup, "InvalidCloudWatchLogsLogGroupArnException", "CloudTrail cannot validate the specified log group ARN {value}"),
      cloudWatchLogsRoleArn: inWordsOf(role, "InvalidCloudWatchLogsRoleArnException", "CloudTrail cannot assume the role {value}: it does not exist"),
    },
    validate: (context) => {
      refuseBucketWithoutPolicy(context);
      const { inputs } = context;
      if (inputs["isMultiRegionTrail"] === true && inputs["includeGlobalServiceEvents"] === false) {
        throw new CloudError("InvalidParameterCombinationException", "Multi-Region trail must include global service events.");
      }
      if (inputs["isOrganizationTrail"] === true) {
        refuseUntrusted(context, "cloudtrail.amazonaws.com", "CloudTrailAccessNotEnabledException");
      }
      const logs = inputs["cloudWatchLogsGroupArn"];
      if (typeof logs === "string" && !logs.endsWith(":*")) {
        throw new CloudError("InvalidCloudWatchLogsLogGroupArnException", `cloudWatchLogsGroupArn ${logs}: CloudTrail wants the ARN of the group's streams, which ends with ":*"`);
      }
    },
  },
  "aws:cloudtrail/eventDataStore:EventDataStore": {
    naming: { input: "name", maxLength: 128 },
    replaceOn: [],
    defaults: { billingMode: "EXTENDABLE_RETENTION_PRICING", multiRegionEnabled: true, organizationEnabled: false, retentionPeriod: 2555, terminationProtectionEnabled: true },
    id: (context) => `arn:aws:cloudtrail:${context.region}:123456789012:eventdatastore/${uuid(context)}`,
    arn: "{id}",
    duplicateCode: "EventDataStoreAlreadyExistsException",
    uniqueBy: ["name"],
    references: { kmsKeyId: inWordsOf(kmsKey, "KmsKeyNotFoundException", "The KMS key {value} does not exist") },
    deleteRefusal: ({ inputs }) => (inputs["terminationProtectionEnabled"] === true
      ? { code: "EventDataStoreTerminationProtectedException", message: "The event data store cannot be deleted because termination protection is enabled for it." } : undefined),
    deletedUntil: ({ now }) => new Date(now.getTime() + 7 * 86_400_000),
  },
  "aws:athena/workgroup:Workgroup": {
    naming: { input: "name", maxLength: 128 },
    replaceOn: ["name"],
    defaults: { forceDestroy: false, state: "ENABLED" },
    defaultsInside: { configuration: { enforceWorkgroupConfiguration: true, publishCloudwatchMetricsEnabled: true, requesterPaysEnabled: false } },
    id: "{name}",
    arn: "arn:aws:athena:{region}:{account}:workgroup/{id}",
    duplicateCode: "InvalidRequestException",
    deleteRefusal: ({ id, inputs, inventory, region }) => (inputs["forceDestroy"] !== true
      && inventory.ofType("aws:athena/namedQuery:NamedQuery").some((found) => found.region === region && found.inputs["workgroup"] === id)
      ? { code: "InvalidRequestException", message: `WorkGroup ${id} is not empty` } : undefined),
  },
  "aws:athena/database:Database": {
    naming: { input: "name", maxLength: 255, separator: "_", lowercase: true },
    replaceOn: ["aclConfiguration", "bucket", "comment", "encryptionConfiguration", "expectedBucketOwner", "name", "properties", "workgroup"],
    defaults: { forceDestroy: false },
    id: "{name}",
    duplicateCode: "AlreadyExistsException",
    references: { bucket: bucketAnywhere, workgroup },
  },
  "aws:athena/namedQuery:NamedQuery": {
    naming: { input: "name", maxLength: 128 },
    replaceOn: ["database", "description", "name", "query", "workgroup"],
    defaults: { workgroup: "primary" },
    id: "{uuid}",
    // The database is looked up when the query runs, not when it is saved.
    references: { workgroup },
  },
  "aws:glue/catalogDatabase:CatalogDatabase": {
    naming: { input: "name", maxLength: 255, lowercase: true },
    replaceOn: ["catalogId", "name"],
    id: "{account}:{name}",
    arn: `${GLUE}:database/{name}`,
    duplicateCode: "AlreadyExistsException",
    outputs: () => ({ catalogId: "123456789012", locationUri: "" }),
    // AWS deletes a database together with its tables.
  },
  "aws:glue/catalogTable:CatalogTable": {
    naming: { input: "name", maxLength: 255, lowercase: true },
    replaceOn: ["catalogId", "databaseName", "name", "openTableFormatInput", "partitionIndices"],
    defaults: { retention: 0 },
    id: "{account}:{databaseName}:{name}",
    arn: `${GLUE}:table/{databaseName}/{name}`,
    duplicateCode: "AlreadyExistsException",
    outputs: () => ({ catalogId: "123456789012", partitionIndices: [] }),
    references: { databaseName: glueDatabase },
  },
  "aws:glue/securityConfiguration:SecurityConfiguration": {
    naming: { input: "name", maxLength: 255 },
    replaceOn: ["encryptionConfiguration", "name"],
    id: "{name}",
    duplicateCode: "AlreadyExistsException",
  },
  "aws:accessanalyzer/analyzer:Analyzer": {
    replaceOn: ["analyzerName", "configuration", "type"],
    defaults: { type: "ACCOUNT" },
    id: "{analyzerName}",
    arn: "arn:aws:access-analyzer:{region}:{account}:analyzer/{id}",
    duplicateCode: "ConflictException",
  },
};

/** CloudTrail tries the bucket before it accepts a trail. */
function refuseBucketWithoutPolicy({ inputs, inventory }: ResourceContext): void {
  const name = textOf(inputs["s3BucketName"]);
  const own = bucket.types.flatMap((type) => inventory.ofType(type)).find((found) => found.id === name);
  const policies = inventory.ofType("aws:s3/bucketPolicy:BucketPolicy").filter((found) => found.inputs["bucket"] === name);
  const allowed = [own?.inputs["policy"], ...policies.map((found) => found.inputs["policy"])].some((policy) => typeof policy === "string" && policy.includes("cloudtrail.amazonaws.com"));
  if (!allowed) {
    throw new CloudError("InsufficientS3BucketPolicyException", `Incorrect S3 bucket policy is detected for bucket: ${name}`);
  }
}

