import { CloudError } from "../cloud-error.ts";
import { inWordsOf } from "../references.ts";
import type { ResourceModels } from "../resource-model.ts";
import { uuid } from "../templates.ts";
import type { Properties } from "../wire.ts";
import { kmsKey, lambdaFunction, secret } from "./references.ts";
import { textOf } from "../wire.ts";

const DAY = 86_400_000;
const key = inWordsOf(kmsKey, "InvalidParameterException", "The KMS key {value} does not exist or Secrets Manager cannot use it");

/** Secrets Manager and Parameter Store. */
export const secretsModels: ResourceModels = {
  "aws:secretsmanager/secret:Secret": {
    naming: { input: "name", maxLength: 512 },
    replaceOn: ["name", "namePrefix", "type"],
    defaults: { forceOverwriteReplicaSecret: false, recoveryWindowInDays: 30 },
    // AWS ends the ARN of a secret with six characters of its own.
    id: "arn:aws:secretsmanager:{region}:{account}:secret:{name}-{hex:6}",
    arn: "{id}",
    duplicateCode: "ResourceExistsException",
    uniqueBy: ["name"],
    references: { kmsKeyId: key },
    documents: { policy: "MalformedPolicyDocumentException" },
    validate: ({ inputs }) => {
      const days = inputs["recoveryWindowInDays"];
      if (typeof days === "number" && days !== 0 && (days < 7 || days > 30)) {
        throw new CloudError("InvalidParameterException", `recoveryWindowInDays ${String(days)} is neither 0 nor 7 to 30`);
      }
    },
    deletedUntil: ({ inputs, now }) => {
      const days = inputs["recoveryWindowInDays"];
      return days === 0 ? undefined : new Date(now.getTime() + (typeof days === "number" ? days : 30) * DAY);
    },
  },
  "aws:secretsmanager/secretVersion:SecretVersion": {
    replaceOn: ["secretId", "secretString", "secretBinary", "secretStringWoVersion"],
    id: (context) => `${textOf(context.inputs["secretId"])}|${uuid(context)}`,
    arn: "{secretId}",
    outputs: (context) => ({ versionId: uuid(context), secretArn: textOf(context.inputs["secretId"]), versionStages: ["AWSCURRENT"], hasSecretStringWo: context.inputs["secretStringWoVersion"] !== undefined }),
    references: { secretId: secret },
  },
  "aws:secretsmanager/secretRotation:SecretRotation": {
    replaceOn: ["secretId"],
    defaults: { rotateImmediately: true },
    id: "{secretId}",
    outputs: () => ({ rotationEnabled: true }),
    references: { secretId: secret, rotationLambdaArn: inWordsOf(lambdaFunction, "ResourceNotFoundException", "Secrets Manager can't find the rotation function {value}") },
  },
  "aws:secretsmanager/secretPolicy:SecretPolicy": {
    replaceOn: ["secretArn"],
    id: "{secretArn}",
    references: { secretArn: secret },
    documents: { policy: "MalformedPolicyDocumentException" },
  },
  "aws:ssm/parameter:Parameter": {
    naming: { input: "name", maxLength: 2048 },
    replaceOn: ["name", "dataType"],
    id: "{name}",
      duplicateCode: "ParameterAlreadyExists",
    outputs: ({ id, previous, region }) => ({ arn: `arn:aws:ssm:${region}:123456789012:parameter${id.startsWith("/") ? "" : "/"}${id}`, version: Number(previous?.["version"] ?? 0) + 1, dataType: "text", tier: "Standard", hasValueWo: false }),
    changedByUpdate: ["version"],
    references: { keyId: inWordsOf(kmsKey, "InvalidKeyId", "Invalid keyId {value}") },
  },
  "aws:ssm/document:Document": {
    naming: { input: "name", maxLength: 128 },
    replaceOn: ["name", "documentType"],
    defaults: { documentFormat: "JSON" },
    id: "{name}",
    arn: "arn:aws:ssm:{region}:{account}:document/{id}",
    duplicateCode: "DocumentAlreadyExists",
    outputs: ({ createdAt, hex, inputs, previous }) => ({ createdDate: createdAt.toISOString(), defaultVersion: next(previous, "defaultVersion"), description: "", documentVersion: next(previous, "documentVersion"), hash: hex(64), hashType: "Sha256", latestVersion: next(previous, "latestVersion"),
      owner: "123456789012", parameters: [], platformTypes: ["Linux", "MacOS", "Windows"], schemaVersion: schemaVersion(inputs["content"]), status: "Active" }),
    changedByUpdate: ["defaultVersion", "documentVersion", "latestVersion", "hash"],
  },
  "aws:ssm/serviceSetting:ServiceSetting": {
    replaceOn: ["settingId"],
    id: "{settingId}",
    arn: "arn:aws:ssm:{region}:{account}:servicesetting{settingId}",
    outputs: () => ({ status: "Customized" }),
  },
};

function next(previous: Properties | undefined, property: string): string {
  return String(Number(previous?.[property] ?? 0) + 1);
}

function schemaVersion(content: unknown): string {
  return /"?schemaVersion"?\s*:\s*["']?([\d.]+)/u.exec(String(content))?.[1] ?? "";
}
