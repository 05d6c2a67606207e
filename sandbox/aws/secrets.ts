import { CloudError } from "../cloud-error.ts";
import { inWordsOf, type Reference } from "../references.ts";
import { ACCOUNT, type ResourceContext, type ResourceModels } from "../resource-model.ts";
import { uuid } from "../templates.ts";
import { kmsKey, lambdaFunction, secret } from "./references.ts";
import { isList, isProperties, type Properties, textOf } from "../wire.ts";

const DAY = 86_400_000;
const key = inWordsOf(kmsKey, "InvalidParameterException", "The KMS key {value} does not exist or Secrets Manager cannot use it");

/** A function of the stack's own, or one that an application of the Serverless Application Repository brought. */
const rotationFunction: Reference = {
  ...inWordsOf(lambdaFunction, "ResourceNotFoundException", "Secrets Manager can't find the rotation function {value}"),
  find: (value, place) => lambdaFunction.find(value, place)
    ?? place.inventory.ofType("aws:serverlessrepository/cloudFormationStack:CloudFormationStack").find(({ outputs, region }) => region === place.region && isProperties(outputs["outputs"]) && Object.values(outputs["outputs"]).includes(value)),
};

/** Secrets Manager, Parameter Store and the applications that rotate secrets. */
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
    validate: (context) => {
      refuseReplicas(context);
      const days = context.inputs["recoveryWindowInDays"];
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
    references: { secretId: secret, rotationLambdaArn: rotationFunction },
  },
  "aws:serverlessrepository/cloudFormationStack:CloudFormationStack": {
    naming: { input: "name", maxLength: 128 },
    replaceOn: ["applicationId", "name"],
    id: (context) => `arn:aws:cloudformation:${context.region}:${ACCOUNT}:stack/serverlessrepo-${textOf(context.inputs["name"])}/${uuid(context)}`,
    duplicateCode: "AlreadyExistsException",
    uniqueBy: ["name"],
    // AWS's rotation functions say where they are.
    outputs: ({ inputs, region }) => {
      const name = isProperties(inputs["parameters"]) ? textOf(inputs["parameters"]["functionName"] ?? "") : "";
      return { semanticVersion: "1.0.0", outputs: name === "" ? {} : { RotationLambdaARN: `arn:aws:lambda:${region}:${ACCOUNT}:function:${name}` } };
    },
    validate: ({ inputs }) => {
      if (!/^arn:aws:serverlessrepo:[a-z0-9-]+:\d{12}:applications\/[\w-]+$/u.test(textOf(inputs["applicationId"]))) {
        throw new CloudError("NotFoundException", `No application found with ARN ${textOf(inputs["applicationId"])}`);
      }
      if (!(isList(inputs["capabilities"]) && inputs["capabilities"].length > 0)) {
        throw new CloudError("InsufficientCapabilitiesException", "Requires capabilities : [CAPABILITY_IAM, CAPABILITY_RESOURCE_POLICY]");
      }
    },
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

/** Copies lie in other regions, each under a key of its region. */
function refuseReplicas({ inputs, inventory, region }: ResourceContext): void {
  for (const replica of isList(inputs["replicas"]) ? inputs["replicas"].filter(isProperties) : []) {
    const [place, replicaKey] = [textOf(replica["region"]), textOf(replica["kmsKeyId"] ?? "")];
    if (place === region) {
      throw new CloudError("InvalidParameterException", `Invalid replica region: the secret itself is in ${region}`);
    }
    if (replicaKey !== "" && kmsKey.find(replicaKey, { region: place, inventory }) === undefined) {
      throw new CloudError("InvalidParameterException", `The KMS key ${replicaKey} does not exist in ${place} or Secrets Manager cannot use it`);
    }
  }
}

function next(previous: Properties | undefined, property: string): string {
  return String(Number(previous?.[property] ?? 0) + 1);
}

function schemaVersion(content: unknown): string {
  return /"?schemaVersion"?\s*:\s*["']?([\d.]+)/u.exec(String(content))?.[1] ?? "";
}
