import { CloudError } from "../cloud-error.ts";
import { inWordsOf, loosely, type Reference } from "../references.ts";
import type { ResourceModels } from "../resource-model.ts";
import { parseArn } from "./arn.ts";
import { bucketAnywhere, kmsKey, lambdaFunction, role, topic } from "./references.ts";
import { byName } from "./reference-kinds.ts";
import { textOf } from "../wire.ts";

const recorder = byName({ types: ["aws:cfg/recorder:Recorder"], code: "NoSuchConfigurationRecorderException", message: "Cannot find configuration recorder with the specified name '{value}'." });
const rule = byName({ types: ["aws:cfg/rule:Rule"], code: "NoSuchConfigRuleException", message: "The ConfigRule '{value}' provided in the request is invalid." });
const deliveryBucket = inWordsOf(bucketAnywhere, "NoSuchBucketException", "Cannot find a S3 bucket with an empty bucket name or with the name {value}.");

/** The key lies where the bucket does, which may be another region than the channel's. */
const deliveryKey: Reference = {
  ...inWordsOf(kmsKey, "InvalidS3KmsKeyArnException", "The arn '{value}' for the KMS key is not valid."),
  find: (value, place) => kmsKey.find(value, { ...place, region: parseArn(value)?.region ?? place.region }),
};
/** Longest template that comes in the request itself. */
const TEMPLATE_BYTES = 51_200;

/** AWS Config. A region has one recorder and one delivery channel. */
export const configModels: ResourceModels = {
  "aws:cfg/recorder:Recorder": {
    naming: { input: "name", maxLength: 255 },
    replaceOn: ["name"],
    id: "{name}",
    references: { roleArn: inWordsOf(role, "InvalidRoleException", "The role {value} does not exist or cannot be assumed by AWS Config") },
    validate: ({ inputs, inventory, region }) => {
      const other = inventory.ofType("aws:cfg/recorder:Recorder").find((found) => found.region === region && found.id !== inputs["name"]);
      if (other !== undefined) {
        throw new CloudError("MaxNumberOfConfigurationRecordersExceededException", `Failed to put configuration recorder '${textOf(inputs["name"])}' because the maximum number of configuration recorders: 1 is reached (${other.id}).`);
      }
    },
  },
  "aws:cfg/recorderStatus:RecorderStatus": {
    naming: false,
    replaceOn: ["name"],
    id: "{name}",
    references: { name: recorder },
    validate: ({ inputs, inventory, region }) => {
      if (inputs["isEnabled"] === true && !inventory.ofType("aws:cfg/deliveryChannel:DeliveryChannel").some((found) => found.region === region)) {
        throw new CloudError("NoAvailableDeliveryChannelException", "Delivery channel is not available to start configuration recorder.");
      }
    },
  },
  "aws:cfg/deliveryChannel:DeliveryChannel": {
    naming: { input: "name", maxLength: 255 },
    replaceOn: ["name"],
    id: "{name}",
    references: { s3BucketName: deliveryBucket, s3KmsKeyArn: deliveryKey, snsTopicArn: inWordsOf(topic, "InvalidSNSTopicARNException", "The sns topic arn '{value}' is not valid.") },
    validate: ({ inputs, inventory, region }) => {
      const bucket = deliveryBucket.find(textOf(inputs["s3BucketName"]), { inventory, region });
      if (bucket !== undefined && bucket !== "outside" && bucket.inputs["objectLockEnabled"] === true) {
        throw new CloudError("InsufficientDeliveryPolicyException", `AWS Config does not support the delivery channel to bucket ${bucket.id}, where object lock is enabled.`);
      }
      if (!inventory.ofType("aws:cfg/recorder:Recorder").some((found) => found.region === region)) {
        throw new CloudError("NoAvailableConfigurationRecorderException", "Configuration recorder is not available to put delivery channel.");
      }
    },
  },
  "aws:cfg/rule:Rule": {
    naming: { input: "name", maxLength: 128 },
    replaceOn: ["name"],
    id: "{name}",
    arn: "arn:aws:config:{region}:{account}:config-rule/config-rule-{hex:6}",
    outputs: ({ hex }) => ({ ruleId: `config-rule-${hex(6)}` }),
    references: { "source.sourceIdentifier": { ...lambdaFunction, find: (value, place) => (value.startsWith("arn:aws:lambda:") ? lambdaFunction.find(value, place) : "outside") } },
    validate: needsRecorder,
  },
  "aws:cfg/conformancePack:ConformancePack": {
    naming: { input: "name", maxLength: 255 },
    replaceOn: ["name"],
    id: "{name}",
    arn: "arn:aws:config:{region}:{account}:conformance-pack/{id}/conformance-pack-{hex:9}",
    references: { deliveryS3Bucket: loosely(deliveryBucket) },
    validate: (context) => {
      const body = textOf(context.inputs["templateBody"]);
      if (Buffer.byteLength(body) > TEMPLATE_BYTES) {
        throw new CloudError("ValidationException", `Value at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to ${String(TEMPLATE_BYTES)}`);
      }
      needsRecorder(context);
    },
  },
  "aws:cfg/configurationAggregator:ConfigurationAggregator": {
    naming: { input: "name", maxLength: 256 },
    replaceOn: ["name"],
    id: "{name}",
    arn: "arn:aws:config:{region}:{account}:config-aggregator/config-aggregator-{hex:8}",
    references: { "organizationAggregationSource.roleArn": inWordsOf(role, "InvalidRoleException", "The role {value} does not exist or cannot be assumed by AWS Config") },
  },
  "aws:cfg/retentionConfiguration:RetentionConfiguration": {
    replaceOn: [],
    id: "default",
    outputs: () => ({ name: "default" }),
    validate: ({ inputs }) => {
      const days = Number(inputs["retentionPeriodInDays"]);
      if (days < 30 || days > 2557) {
        throw new CloudError("InvalidParameterValueException", `retentionPeriodInDays ${String(days)} is outside 30 to 2557`);
      }
    },
  },
  "aws:cfg/remediationConfiguration:RemediationConfiguration": {
    replaceOn: ["configRuleName"],
    id: "{configRuleName}",
    arn: "arn:aws:config:{region}:{account}:remediation-configuration/{configRuleName}/{uuid}",
    references: { configRuleName: rule },
  },
};

function needsRecorder({ inventory, region }: Parameters<NonNullable<ResourceModels[string]["validate"]>>[0]): void {
  if (!inventory.ofType("aws:cfg/recorder:Recorder").some((found) => found.region === region)) {
    throw new CloudError("NoAvailableConfigurationRecorderException", `There is no configuration recorder in ${region}`);
  }
}
