import { CloudError } from "../cloud-error.ts";
import { inWordsOf, loosely, type Reference } from "../references.ts";
import type { ResourceModels } from "../resource-model.ts";
import { uuid } from "../templates.ts";
import { kmsKey, lambdaFunction, queueArn, role, securityGroup, subnet, topic } from "./references.ts";
import { textOf } from "../wire.ts";

const ARN = "arn:aws:lambda:{region}:{account}";
const INVALID = "InvalidParameterValueException";
const key = inWordsOf(kmsKey, INVALID, "The KMS key {value} does not exist or Lambda cannot use it");
const destination: Reference = {
  types: [],
  code: INVALID,
  message: "The destination {value} does not exist",
  find: (value, place) => (value.startsWith("arn:aws:sqs:") ? queueArn.find(value, place) : (value.startsWith("arn:aws:sns:") ? topic.find(value, place) : "outside")),
};

export const lambdaModels: ResourceModels = {
  "aws:lambda/function:Function": {
    naming: { input: "name", maxLength: 64 },
    replaceOn: ["name", "packageType", "tenancyConfig"],
    defaults: { memorySize: 128, packageType: "Zip", publish: false, reservedConcurrentExecutions: -1, skipDestroy: false, timeout: 3 },
    id: "{name}",
    arn: `${ARN}:function:{id}`,
    duplicateCode: "ResourceConflictException",
    outputs: ({ hex, id, inputs, now, region }) => {
      const arn = `arn:aws:lambda:${region}:123456789012:function:${id}`;
      const version = inputs["publish"] === true ? "1" : "$LATEST";
      const path = `arn:aws:apigateway:${region}:lambda:path`;
      return { version, qualifiedArn: `${arn}:${version}`, invokeArn: `${path}/2015-03-31/functions/${arn}/invocations`, qualifiedInvokeArn: `${path}/2015-03-31/functions/${arn}:${version}/invocations`,
        responseStreamingInvokeArn: `${path}/2021-11-15/functions/${arn}/response-streaming-invocations`, lastModified: now.toISOString(), sourceCodeSize: 1024,
        codeSha256: Buffer.from(hex(64, "code"), "hex").toString("base64"), sourceCodeHash: Buffer.from(hex(64, "code"), "hex").toString("base64"), architectures: ["x86_64"],
        ephemeralStorage: { size: 512 }, tracingConfig: { mode: "PassThrough" }, loggingConfig: { logFormat: "Text", logGroup: `/aws/lambda/${id}` }, signingJobArn: "", signingProfileVersionArn: "" };
    },
    changedByUpdate: ["lastModified", "codeSha256", "sourceCodeSize"],
    references: {
      role: inWordsOf(loosely(role), INVALID, "The role defined for the function cannot be assumed by Lambda: {value}"),
      kmsKeyArn: key,
      sourceKmsKeyArn: key,
      "vpcConfig.subnetIds": inWordsOf(subnet, INVALID, "The subnet ID '{value}' does not exist"),
      "vpcConfig.securityGroupIds": inWordsOf(securityGroup, INVALID, "The security group '{value}' does not exist"),
      "deadLetterConfig.targetArn": destination,
    },
    validate: ({ inputs }) => {
      if (["code", "imageUri", "s3Bucket"].every((source) => inputs[source] === undefined)) {
        throw new CloudError(INVALID, "The function has no code: give code, imageUri or s3Bucket");
      }
    },
  },
  "aws:lambda/permission:Permission": {
    replaceOn: ["action", "eventSourceToken", "function", "functionUrlAuthType", "invokedViaFunctionUrl", "principal", "principalOrgId", "qualifier", "sourceAccount", "sourceArn", "statementId", "statementIdPrefix"],
    naming: { input: "statementId", maxLength: 100 },
    id: "{statementId}",
    duplicateCode: "ResourceConflictException",
    references: { function: lambdaFunction },
  },
  "aws:lambda/alias:Alias": {
    naming: { input: "name", maxLength: 128 },
    replaceOn: ["functionName", "name"],
    id: `${ARN}:function:{functionName}:{name}`,
    arn: "{id}",
    duplicateCode: "ResourceConflictException",
    outputs: ({ id, region }) => ({ invokeArn: `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${id}/invocations` }),
    references: { functionName: lambdaFunction },
  },
  "aws:lambda/functionUrl:FunctionUrl": {
    replaceOn: ["functionName", "qualifier"],
    defaults: { invokeMode: "BUFFERED" },
    id: ({ inputs }) => [inputs["functionName"], inputs["qualifier"]].map((part) => textOf(part)).filter((part) => part !== "").join("/"),
    duplicateCode: "ResourceConflictException",
    outputs: ({ hex, inputs, region }) => {
      const urlId = hex(32, "url");
      const name = textOf(inputs["functionName"]).split(":").at(-1) ?? "";
      return { functionArn: `arn:aws:lambda:${region}:123456789012:function:${name}`, functionUrl: `https://${urlId}.lambda-url.${region}.on.aws/`, urlId };
    },
    references: { functionName: lambdaFunction },
  },
  "aws:lambda/eventSourceMapping:EventSourceMapping": {
    replaceOn: ["eventSourceArn", "queues", "selfManagedEventSource", "startingPosition", "startingPositionTimestamp", "topics"],
    defaults: { enabled: true },
    id: "{uuid}",
    arn: `${ARN}:event-source-mapping:{id}`,
    outputs: ({ id, inputs, now, region }) => ({ uuid: id, functionArn: `arn:aws:lambda:${region}:123456789012:function:${textOf(inputs["functionName"]).split(":").at(-1) ?? ""}`,
      lastModified: now.toISOString(), lastProcessingResult: "No records processed", state: inputs["enabled"] === false ? "Disabled" : "Enabled", stateTransitionReason: "USER_INITIATED" }),
    changedByUpdate: ["lastModified", "state"],
    references: { functionName: lambdaFunction, kmsKeyArn: key, "destinationConfig.onFailure.destinationArn": destination },
  },
  "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig": {
    replaceOn: ["functionName", "qualifier"],
    defaults: { maximumRetryAttempts: 2 },
    id: ({ inputs }) => [textOf(inputs["functionName"]), textOf(inputs["qualifier"])].filter((part) => part !== "").join(":"),
    references: { functionName: lambdaFunction, "destinationConfig.onFailure.destination": destination, "destinationConfig.onSuccess.destination": destination },
  },
  "aws:lambda/codeSigningConfig:CodeSigningConfig": {
    replaceOn: [],
    id: `${ARN}:code-signing-config:csc-{hex:17}`,
    arn: "{id}",
    outputs: ({ id, now }) => ({ configId: id.split(":").at(-1) ?? "", lastModified: now.toISOString() }),
    changedByUpdate: ["lastModified"],
  },
  "aws:lambda/layerVersion:LayerVersion": {
    replaceOn: ["code", "compatibleArchitectures", "compatibleRuntimes", "description", "layerName", "licenseInfo", "s3Bucket", "s3Key", "s3ObjectVersion", "sourceCodeHash"],
    defaults: { skipDestroy: false },
    id: `${ARN}:layer:{layerName}:1`,
    arn: "{id}",
    outputs: (context) => ({ version: "1", layerArn: `arn:aws:lambda:${context.region}:123456789012:layer:${textOf(context.inputs["layerName"])}`, codeSha256: uuid(context), sourceCodeSize: 1024,
      createdDate: context.now.toISOString(), signingJobArn: "", signingProfileVersionArn: "" }),
  },
};
