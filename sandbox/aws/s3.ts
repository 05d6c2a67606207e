import { CloudError } from "../cloud-error.ts";
import { inWordsOf } from "../references.ts";
import type { ResourceContext, ResourceModel, ResourceModels } from "../resource-model.ts";
import { bucket, bucketAnywhere, kmsKey, lambdaFunction, queueArn, role, topic } from "./references.ts";
import { isList, isProperties, type Properties, textOf } from "../wire.ts";

/** Hosted zones of S3's website endpoints, as AWS lists them. */
const HOSTED_ZONES: Readonly<Record<string, string>> = {
  "us-east-1": "Z3AQBSTGFYJSTF", "us-east-2": "Z2O1EMRO9K5GLX", "us-west-1": "Z2F56UZL2M1ACD", "us-west-2": "Z3BJ6K6RIION7M",
  "eu-west-1": "Z1BKCTXD74EZPE", "eu-west-2": "Z3GKZC51ZF0DB4", "eu-central-1": "Z21DNDUVLTQW6Q", "ca-central-1": "Z1QDHH18159H29",
};

/** One setting of a bucket, named by the bucket itself: writing it twice overwrites, so AWS has no duplicate. */
function setting(extra: Partial<ResourceModel> = {}): ResourceModel {
  return { ...extra, replaceOn: ["bucket", ...(extra.replaceOn ?? [])], id: extra.id ?? "{bucket}", references: { bucket, ...extra.references } };
}

/** Several of a kind per bucket, told apart by name. */
function namedSetting(extra: Partial<ResourceModel> = {}): ResourceModel {
  return setting({ ...extra, replaceOn: ["name", ...(extra.replaceOn ?? [])], id: "{bucket}:{name}" });
}

export const s3Models: ResourceModels = {
  "aws:s3/bucket:Bucket": {
    naming: { input: "bucket", maxLength: 63, lowercase: true },
    replaceOn: ["bucket", "bucketPrefix", "bucketNamespace", "objectLockEnabled"],
    defaults: { forceDestroy: false },
    uniqueEverywhere: true,
    id: "{bucket}",
    arn: "arn:aws:s3:::{id}",
    duplicateCode: "BucketAlreadyOwnedByYou",
    outputs: ({ id, region }) => ({
      bucketDomainName: `${id}.s3.amazonaws.com`,
      bucketRegionalDomainName: `${id}.s3.${region}.amazonaws.com`,
      bucketRegion: region,
      bucketNamespace: "global",
      hostedZoneId: HOSTED_ZONES[region] ?? "",
      objectLockEnabled: false,
      requestPayer: "BucketOwner",
      websiteDomain: "",
      websiteEndpoint: "",
    }),
    validate: ({ inputs }) => {
      const name = textOf(inputs["bucket"]);
      if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/u.test(name)) {
        throw new CloudError("InvalidBucketName", `bucket ${JSON.stringify(name)}: 3 to 63 lower-case letters, digits, "." and "-", with a letter or digit at both ends`);
      }
    },
    // Objects that programs outside this stack would write, and their Object Lock, are not modelled: such a bucket deletes here and not in AWS.
    deleteRefusal: ({ id, inputs, inventory }) => (inputs["forceDestroy"] !== true && OBJECTS.some((type) => inventory.ofType(type).some((found) => found.inputs["bucket"] === id))
      ? { code: "BucketNotEmpty", message: `The bucket ${id} you tried to delete is not empty` } : undefined),
  },
  "aws:s3/bucketVersioning:BucketVersioning": setting({ replaceOn: ["expectedBucketOwner"] }),
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": setting({
    replaceOn: ["expectedBucketOwner"],
    references: { "rules.applyServerSideEncryptionByDefault.kmsMasterKeyId": inWordsOf(kmsKey, "KMS.NotFoundException", "Invalid keyId {value}: the key does not exist in {region}") },
  }),
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": setting({
    defaults: { blockPublicAcls: false, blockPublicPolicy: false, ignorePublicAcls: false, restrictPublicBuckets: false },
  }),
  "aws:s3/bucketPolicy:BucketPolicy": setting({ documents: { policy: "MalformedPolicy" } }),
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": setting({
    replaceOn: ["expectedBucketOwner"],
    outputs: () => ({ transitionDefaultMinimumObjectSize: "all_storage_classes_128K", expectedBucketOwner: "" }),
  }),
  "aws:s3/bucketLogging:BucketLogging": setting({
    replaceOn: ["expectedBucketOwner"],
    references: { targetBucket: inWordsOf(bucket, "InvalidTargetBucketForLogging", "The target bucket for logging, {value}, does not exist in {region}") },
  }),
  "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration": setting({
    replaceOn: ["expectedBucketOwner", "objectLockEnabled"],
    defaults: { objectLockEnabled: "Enabled" },
    validate: ({ inputs, inventory, region }) => {
      const owner = inventory.find("aws:s3/bucket:Bucket", region, textOf(inputs["bucket"]));
      const versioned = inventory.ofType("aws:s3/bucketVersioning:BucketVersioning").some((found) => found.inputs["bucket"] === inputs["bucket"]);
      if (owner?.inputs["objectLockEnabled"] !== true && !versioned) {
        throw new CloudError("InvalidBucketState", `Versioning must be 'Enabled' on ${textOf(inputs["bucket"])} to apply an Object Lock configuration`);
      }
    },
  }),
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls": setting(),
  "aws:s3/bucketNotification:BucketNotification": setting({
    defaults: { eventbridge: false },
    references: {
      "lambdaFunctions.lambdaFunctionArn": invalidDestination(lambdaFunction),
      "queues.queueArn": invalidDestination(queueArn),
      "topics.topicArn": invalidDestination(topic),
    },
  }),
  "aws:s3/bucketReplicationConfig:BucketReplicationConfig": setting({
    references: {
      role: inWordsOf(role, "InvalidRequest", "The replication role {value} does not exist"),
      "rules.destination.bucket": inWordsOf(bucketAnywhere, "InvalidRequest", "Destination bucket must exist: {value}"),
    },
    validate: refuseReplication,
  }),
  "aws:s3/bucketAcl:BucketAcl": setting({
    replaceOn: ["expectedBucketOwner"],
    id: ({ inputs }) => [textOf(inputs["bucket"]), textOf(inputs["acl"])].filter((part) => part !== "").join(","),
    validate: ({ inputs, inventory }) => {
      const controls = inventory.ofType("aws:s3/bucketOwnershipControls:BucketOwnershipControls").find((found) => found.inputs["bucket"] === inputs["bucket"]);
      // A new bucket enforces ownership, which switches ACLs off.
      if (controls === undefined || JSON.stringify(controls.inputs["rule"]).includes("BucketOwnerEnforced")) {
        throw new CloudError("AccessControlListNotSupported", `The bucket ${textOf(inputs["bucket"])} does not allow ACLs`);
      }
    },
  }),
  "aws:s3/bucketAccelerateConfiguration:BucketAccelerateConfiguration": setting({ replaceOn: ["expectedBucketOwner"] }),
  "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration": setting({ replaceOn: ["expectedBucketOwner"] }),
  "aws:s3/bucketRequestPaymentConfiguration:BucketRequestPaymentConfiguration": setting({ replaceOn: ["expectedBucketOwner"] }),
  "aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration": setting({
    replaceOn: ["expectedBucketOwner"],
    outputs: ({ inputs, region }) => ({ websiteDomain: `s3-website-${region}.amazonaws.com`, websiteEndpoint: `${textOf(inputs["bucket"])}.s3-website-${region}.amazonaws.com` }),
  }),
  "aws:s3/bucketMetric:BucketMetric": namedSetting(),
  "aws:s3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration": namedSetting({ defaults: { status: "Enabled" } }),
  "aws:s3/analyticsConfiguration:AnalyticsConfiguration": namedSetting(),
  "aws:s3/inventory:Inventory": namedSetting({
    defaults: { enabled: true },
    references: { "destination.bucket.bucketArn": inWordsOf(bucketAnywhere, "InvalidS3DestinationBucket", "The destination bucket {value} does not exist") },
  }),
  "aws:s3/bucketObject:BucketObject": object(),
  "aws:s3/bucketObjectv2:BucketObjectv2": object(),
  "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock": {
    global: true,
    replaceOn: ["accountId"],
    defaults: { blockPublicAcls: false, blockPublicPolicy: false, ignorePublicAcls: false, restrictPublicBuckets: false },
    id: "{account}",
    outputs: () => ({ accountId: "123456789012" }),
  },
};

/** What S3 refuses of a replication configuration. */
function refuseReplication({ inputs, inventory }: ResourceContext): void {
  const versioned = (name: string): boolean => inventory.ofType("aws:s3/bucketVersioning:BucketVersioning").some((found) => found.inputs["bucket"] === name);
  if (!versioned(textOf(inputs["bucket"]))) {
    throw new CloudError("InvalidRequest", `Versioning must be 'Enabled' on the bucket to apply a replication configuration: ${textOf(inputs["bucket"])}`);
  }
  for (const rule of isList(inputs["rules"]) ? inputs["rules"].filter(isProperties) : []) {
    const target = isProperties(rule["destination"]) ? rule["destination"] : {};
    const named = bucketAnywhere.find(textOf(target["bucket"]), { region: "", inventory });
    if (typeof named === "object" && !versioned(named.id)) {
      throw new CloudError("InvalidRequest", "Destination bucket must have versioning enabled.");
    }
    if (isProperties(target["replicationTime"]) && !isProperties(target["metrics"])) {
      throw new CloudError("InvalidRequest", "ReplicationTime must be used in conjunction with Metrics.");
    }
    if (rule["filter"] !== undefined && rule["deleteMarkerReplication"] === undefined) {
      throw new CloudError("InvalidRequest", "DeleteMarkerReplication must be specified for this version of Cross Region Replication configuration schema.");
    }
    refuseReplicaKey(target, typeof named === "object" ? named.region : "", inventory);
  }
}

/** Replicas are encrypted in their own region, by a key of it. */
function refuseReplicaKey(target: Properties, region: string, inventory: ResourceContext["inventory"]): void {
  const key = isProperties(target["encryptionConfiguration"]) ? textOf(target["encryptionConfiguration"]["replicaKmsKeyId"]) : "";
  if (key !== "" && kmsKey.find(key, { region, inventory }) === undefined) {
    throw new CloudError("InvalidRequest", `Replica kms key ID is invalid: ${key} is no key of ${region}`);
  }
}

const OBJECTS = ["aws:s3/bucketObject:BucketObject", "aws:s3/bucketObjectv2:BucketObjectv2"] as const;

function object(): ResourceModel {
  return {
    ...setting({
      naming: { input: "key", maxLength: 255 },
      replaceOn: ["key"],
      defaults: { forceDestroy: false },
      id: "{bucket}/{key}",
      outputs: ({ hex }) => ({ etag: hex(32), versionId: hex(32, "version"), storageClass: "STANDARD", serverSideEncryption: "AES256", contentType: "application/octet-stream" }),
      changedByUpdate: ["etag", "versionId"],
      references: { kmsKeyId: inWordsOf(kmsKey, "KMS.NotFoundException", "Invalid keyId {value}: the key does not exist in {region}") },
    }),
    arn: "arn:aws:s3:::{bucket}/{key}",
  };
}

function invalidDestination(reference: Parameters<typeof inWordsOf>[0]): ReturnType<typeof inWordsOf> {
  return inWordsOf(reference, "InvalidArgument", "Unable to validate the following destination configurations: {value} does not exist");
}
