import { CloudError } from "../cloud-error.ts";
import { inWordsOf, loosely, type Reference } from "../references.ts";
import type { ResourceContext, ResourceModels } from "../resource-model.ts";
import { isList, textOf, type Value } from "../wire.ts";
import { bucket, bucketAnywhere, kmsKey, role } from "./references.ts";
import { parseArn } from "./arn.ts";
import { byId } from "./reference-kinds.ts";

const GUARDDUTY = "arn:aws:guardduty:{region}:{account}";
const DETECTOR = "aws:guardduty/detector:Detector";
const HUB = "aws:securityhub/account:Account";
const MACIE = "aws:macie2/account:Account";
/** No property tells two of them apart. */
const ONE_PER_REGION: readonly string[] = [];
const detector: Reference = byId([DETECTOR], { code: "BadRequestException", message: "The request is rejected because the input detectorId {value} is not owned by the current account." });

/** Findings of any region go to one bucket, under a key of the bucket's region. */
const keyOfItsRegion: Reference = {
  ...inWordsOf(kmsKey, "BadRequestException", "The request failed because the GuardDuty service principal does not have permission to the KMS key {value}."),
  find: (value, place) => kmsKey.find(value, { ...place, region: parseArn(value)?.region ?? place.region }),
};

/** Services that watch an account: each is switched on once per account and region. */
export const securityModels: ResourceModels = {
  [DETECTOR]: {
    replaceOn: [],
    defaults: { enable: true },
    id: "{hex:32}",
    arn: `${GUARDDUTY}:detector/{id}`,
    outputs: () => ({ accountId: "123456789012", findingPublishingFrequency: "SIX_HOURS" }),
    uniqueBy: ONE_PER_REGION,
    duplicateCode: "BadRequestException",
  },
  "aws:guardduty/detectorFeature:DetectorFeature": {
    naming: false,
    replaceOn: ["detectorId", "name"],
    id: "{detectorId}/{name}",
    references: { detectorId: detector },
    validate: refuseBothRuntimeFeatures,
  },
  "aws:guardduty/filter:Filter": {
    naming: { input: "name", maxLength: 64 },
    replaceOn: ["detectorId", "name"],
    id: "{detectorId}:{name}",
    arn: `${GUARDDUTY}:detector/{detectorId}/filter/{name}`,
    duplicateCode: "BadRequestException",
    references: { detectorId: detector },
  },
  "aws:guardduty/publishingDestination:PublishingDestination": {
    replaceOn: ["detectorId", "destinationType"],
    defaults: { destinationType: "S3" },
    id: "{detectorId}:{hex:32}",
    arn: `${GUARDDUTY}:detector/{detectorId}/publishingdestination/{hex:32}`,
    outputs: ({ hex }) => ({ destinationId: hex(32) }),
    references: { detectorId: detector, kmsKeyArn: keyOfItsRegion, destinationArn: loosely(inWordsOf(bucketAnywhere, "BadRequestException", "The request failed because the bucket {value} does not exist.")) },
    validate: refuseKeyBesideBucket,
  },
  "aws:guardduty/malwareProtectionPlan:MalwareProtectionPlan": {
    replaceOn: ["protectedResource.s3Bucket.bucketName"],
    id: "{hex:20}",
    arn: `${GUARDDUTY}:malware-protection-plan/{id}`,
    outputs: ({ createdAt }) => ({ createdAt: createdAt.toISOString(), status: "ACTIVE" }),
    references: {
      role: inWordsOf(role, "BadRequestException", "The request was rejected because provided IAM role {value} does not exist or cannot be assumed."),
      "protectedResource.s3Bucket.bucketName": loosely(inWordsOf(bucket, "BadRequestException", "The request was rejected because the S3 bucket {value} does not exist.")),
    },
  },
  [HUB]: {
    replaceOn: ["enableDefaultStandards"],
    defaults: { autoEnableControls: true, enableDefaultStandards: true },
    id: "{account}",
    arn: "arn:aws:securityhub:{region}:{account}:hub/default",
    duplicateCode: "ResourceConflictException",
    outputs: () => ({ controlFindingGenerator: "SECURITY_CONTROL" }),
  },
  "aws:securityhub/standardsSubscription:StandardsSubscription": {
    replaceOn: ["standardsArn"],
    // The subscription's ARN repeats the standard's name and version.
    id: ({ inputs, region }) => `arn:aws:securityhub:${region}:123456789012:subscription/${textOf(inputs["standardsArn"]).replace(/^[^/]*\//u, "")}`,
    arn: "{id}",
    validate: refuseUnless(HUB, "InvalidAccessException", "Account 123456789012 is not subscribed to AWS Security Hub"),
  },
  "aws:securityhub/findingAggregator:FindingAggregator": {
    replaceOn: [],
    id: "arn:aws:securityhub:{region}:{account}:finding-aggregator/{uuid}",
    arn: "{id}",
    uniqueBy: ONE_PER_REGION,
    duplicateCode: "ConflictException",
    validate: (context) => {
      refuseUnless(HUB, "InvalidAccessException", "Account 123456789012 is not subscribed to AWS Security Hub")(context);
      const elsewhere = context.inventory.ofType(context.type).find(({ region }) => region !== context.region);
      if (elsewhere !== undefined) {
        throw new CloudError("ConflictException", `Finding aggregator already exists in ${elsewhere.region}`);
      }
    },
  },
  [MACIE]: {
    replaceOn: [],
    id: "{hex:32}",
    outputs: ({ createdAt }) => ({
      createdAt: createdAt.toISOString(), updatedAt: createdAt.toISOString(), findingPublishingFrequency: "FIFTEEN_MINUTES", status: "ENABLED",
      serviceRole: "arn:aws:iam::123456789012:role/aws-service-role/macie.amazonaws.com/AWSServiceRoleForAmazonMacie",
    }),
    uniqueBy: ONE_PER_REGION,
    duplicateCode: "ConflictException",
  },
  "aws:macie2/classificationJob:ClassificationJob": {
    naming: { input: "name", maxLength: 500 },
    replaceOn: ["customDataIdentifierIds", "description", "initialRun", "jobType", "name", "namePrefix", "s3JobDefinition", "samplingPercentage", "scheduleFrequency"],
    id: "{hex:32}",
    outputs: ({ id, createdAt, region }) => ({
      jobId: id, jobArn: `arn:aws:macie2:${region}:123456789012:classification-job/${id}`, createdAt: createdAt.toISOString(), jobStatus: "RUNNING", samplingPercentage: 100,
      userPausedDetails: [],
    }),
    references: { "s3JobDefinition.bucketDefinitions.buckets": loosely(inWordsOf(bucket, "ValidationException", "The request failed. The bucket {value} does not exist in this Region.")) },
    validate: refuseUnless(MACIE, "AccessDeniedException", "Macie is not enabled."),
  },
  "aws:inspector2/enabler:Enabler": {
    replaceOn: [],
    id: ({ inputs }) => `${sorted(inputs["accountIds"]).join(":")}-${sorted(inputs["resourceTypes"]).join(":")}`,
  },
};

function refuseUnless(type: string, code: string, message: string): (context: ResourceContext) => void {
  return ({ inventory, region }) => {
    if (!inventory.ofType(type).some((found) => found.region === region)) {
      throw new CloudError(code, message);
    }
  };
}

/** Runtime monitoring of everything includes that of EKS; GuardDuty takes one of the two. */
function refuseBothRuntimeFeatures({ inputs, inventory, type }: ResourceContext): void {
  const rivals: Readonly<Record<string, string>> = { RUNTIME_MONITORING: "EKS_RUNTIME_MONITORING", EKS_RUNTIME_MONITORING: "RUNTIME_MONITORING" };
  const rival = rivals[textOf(inputs["name"])];
  if (rival !== undefined && inventory.ofType(type).some((found) => found.inputs["detectorId"] === inputs["detectorId"] && found.inputs["name"] === rival)) {
    throw new CloudError("BadRequestException", `The request is rejected because both ${textOf(inputs["name"])} and ${rival} were specified.`);
  }
}

function refuseKeyBesideBucket({ inputs, inventory }: ResourceContext): void {
  const name = parseArn(textOf(inputs["destinationArn"]))?.resource.split("/")[0];
  const home = bucket.types.flatMap((type) => inventory.ofType(type)).find(({ id }) => id === name)?.region;
  if (home !== parseArn(textOf(inputs["kmsKeyArn"]))?.region) {
    throw new CloudError("BadRequestException", "The request failed because the KMS key and the S3 bucket are not in the same Region.");
  }
}

function sorted(list: Value | undefined): readonly string[] {
  return isList(list) ? list.map(textOf).toSorted() : [];
}
