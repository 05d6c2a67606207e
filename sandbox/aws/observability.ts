import { CloudError } from "../cloud-error.ts";
import { inWordsOf, type Reference } from "../references.ts";
import type { ResourceModels } from "../resource-model.ts";
import { uuid } from "../templates.ts";
import { bucketAnywhere, kmsKey, logGroup, prefixList, role, securityGroup, subnet, vpcEndpoint } from "./references.ts";
import { textOf } from "../wire.ts";

const XRAY = "arn:aws:xray:{region}:{account}";
/** X-Ray takes no longer names. */
const XRAY_NAME = 32;
const key = inWordsOf(kmsKey, "ValidationException", "The KMS key {value} does not exist or may not be used");
/** `s3://name/prefix`. */
const artifacts: Reference = {
  ...inWordsOf(bucketAnywhere, "ValidationException", "The artifact location {value} does not exist"),
  find: (value, place) => bucketAnywhere.find(/^s3:\/\/([^/]+)/u.exec(value)?.[1] ?? "", place),
};

/** Managed Prometheus and Grafana, X-Ray and CloudWatch Synthetics. */
export const observabilityModels: ResourceModels = {
  "aws:amp/workspace:Workspace": {
    replaceOn: ["kmsKeyArn"],
    id: ({ hex }) => `ws-${hex(8)}-${hex(4, "b")}-${hex(4, "c")}-${hex(4, "d")}-${hex(12, "e")}`,
    arn: "arn:aws:aps:{region}:{account}:workspace/{id}",
    outputs: ({ id, region }) => ({ prometheusEndpoint: `https://aps-workspaces.${region}.amazonaws.com/workspaces/${id}/` }),
    references: { kmsKeyArn: key, "loggingConfiguration.logGroupArn": inWordsOf(logGroup, "ValidationException", "The log group {value} does not exist") },
    validate: ({ inputs }) => {
      const logs = inputs["loggingConfiguration"];
      if (logs !== undefined && !JSON.stringify(logs).includes(':*"')) {
        throw new CloudError("ValidationException", "logGroupArn must end with :*");
      }
    },
  },
  "aws:grafana/workspace:Workspace": {
    naming: { input: "name", maxLength: 255 },
    replaceOn: ["kmsKeyId"],
    id: ({ hex }) => `g-${hex(10)}`,
    arn: "arn:aws:grafana:{region}:{account}:/workspaces/{id}",
    outputs: ({ id, region }) => ({
      endpoint: `${id}.grafana-workspace.${region}.amazonaws.com`, grafanaVersion: "12.4", samlConfigurationStatus: "NOT_CONFIGURED", kmsKeyId: "",
      configuration: JSON.stringify({ plugins: { pluginAdminEnabled: false }, unifiedAlerting: { enabled: false } }),
    }),
    references: {
      kmsKeyId: key,
      roleArn: inWordsOf(role, "ValidationException", "The role {value} does not exist or cannot be assumed by Grafana"),
      "networkAccessControl.prefixListIds": inWordsOf(prefixList, "ValidationException", "The prefix list {value} does not exist"),
      "networkAccessControl.vpceIds": inWordsOf(vpcEndpoint, "ValidationException", "The VPC endpoint {value} does not exist"),
      "vpcConfiguration.subnetIds": inWordsOf(subnet, "ValidationException", "The subnet {value} does not exist"),
      "vpcConfiguration.securityGroupIds": inWordsOf(securityGroup, "ValidationException", "The security group {value} does not exist"),
    },
    validate: ({ inputs }) => {
      if (inputs["permissionType"] === "CUSTOMER_MANAGED" && inputs["roleArn"] === undefined) {
        throw new CloudError("ValidationException", "A workspace with permission type CUSTOMER_MANAGED needs workspaceRoleArn");
      }
    },
  },
  "aws:synthetics/canary:Canary": {
    naming: { input: "name", maxLength: 255, lowercase: true },
    replaceOn: ["name"],
    defaults: { deleteLambda: false, failureRetentionPeriod: 31, startCanary: false, successRetentionPeriod: 31 },
    id: "{name}",
    arn: "arn:aws:synthetics:{region}:{account}:canary:{id}",
    duplicateCode: "ConflictException",
    outputs: (context) => ({
      engineArn: `arn:aws:lambda:${context.region}:123456789012:function:cwsyn-${context.id}-${uuid(context)}:1`,
      sourceLocationArn: `arn:aws:lambda:${context.region}:123456789012:layer:cwsyn-${context.id}-${uuid(context)}:1`,
      status: context.inputs["startCanary"] === true ? "RUNNING" : "READY",
      timelines: [{ created: context.createdAt.toISOString(), lastModified: context.now.toISOString() }],
    }),
    changedByUpdate: ["engineArn", "sourceLocationArn", "status", "timelines"],
    references: {
      artifactS3Location: artifacts,
      s3Bucket: inWordsOf(bucketAnywhere, "ValidationException", "The bucket {value} with the script does not exist"),
      executionRoleArn: inWordsOf(role, "ValidationException", "The role {value} does not exist or cannot be assumed by Lambda"),
      kmsKeyArn: key,
      "artifactConfig.s3Encryption.kmsKeyArn": key,
      "vpcConfig.subnetIds": inWordsOf(subnet, "ValidationException", "The subnet {value} does not exist"),
      "vpcConfig.securityGroupIds": inWordsOf(securityGroup, "ValidationException", "The security group {value} does not exist"),
    },
    validate: ({ inputs }) => {
      if (inputs["zipFile"] === undefined && (inputs["s3Bucket"] === undefined || inputs["s3Key"] === undefined)) {
        throw new CloudError("ValidationException", "The canary has no script: give zipFile, or s3Bucket and s3Key");
      }
      if (!textOf(inputs["handler"]).endsWith(".handler")) {
        throw new CloudError("ValidationException", `Value '${textOf(inputs["handler"])}' at 'code.handler' must end with .handler`);
      }
    },
  },
  "aws:xray/encryptionConfig:EncryptionConfig": { replaceOn: [], id: "{region}", references: { keyId: key } },
  "aws:xray/group:Group": {
    replaceOn: ["groupName"],
    id: `${XRAY}:group/{groupName}/{hex:26}`,
    arn: "{id}",
    duplicateCode: "InvalidRequestException",
    uniqueBy: ["groupName"],
    validate: ({ inputs }) => { refuseLongName(textOf(inputs["groupName"])); },
  },
  "aws:xray/samplingRule:SamplingRule": {
    naming: { input: "ruleName", maxLength: XRAY_NAME },
    replaceOn: ["ruleName"],
    id: "{ruleName}",
    arn: `${XRAY}:sampling-rule/{ruleName}`,
    duplicateCode: "InvalidRequestException",
    validate: ({ inputs }) => {
      refuseLongName(textOf(inputs["ruleName"]));
      const rate = Number(inputs["fixedRate"]);
      if (rate < 0 || rate > 1) {
        throw new CloudError("InvalidRequestException", `FixedRate ${String(rate)} is outside 0 to 1`);
      }
    },
  },
};

function refuseLongName(name: string): void {
  if (name.length > XRAY_NAME) {
    throw new CloudError("InvalidRequestException", `The name ${name} is longer than ${String(XRAY_NAME)} characters`);
  }
}
