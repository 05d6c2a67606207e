import { CloudError } from "../cloud-error.ts";
import { allowsSomebodyHere } from "../documents.ts";
import { inWordsOf, loosely } from "../references.ts";
import { ACCOUNT, type LiveContext, type ResourceContext, type ResourceModel, type ResourceModels } from "../resource-model.ts";
import { uuid } from "../templates.ts";
import { parseArn } from "./arn.ts";
import { role, kmsKey } from "./references.ts";
import { textOf, UNKNOWN } from "../wire.ts";

const DAY = 86_400_000;
const KEY = ["aws:kms/key:Key"];

/** A key can only be scheduled for deletion: AWS keeps it, unusable, for 7 to 30 days. */
function keptAsPending({ inputs, now }: LiveContext): Date {
  const days = inputs["deletionWindowInDays"];
  return new Date(now.getTime() + (typeof days === "number" ? days : 30) * DAY);
}

function validateWindow({ inputs }: ResourceContext): void {
  const days = inputs["deletionWindowInDays"];
  if (typeof days === "number" && (days < 7 || days > 30)) {
    throw new CloudError("ValidationException", `deletionWindowInDays ${String(days)} is outside 7 to 30`);
  }
}

/** AWS keeps its callers from locking themselves out of a key. */
function refuseLockout({ inputs }: ResourceContext): void {
  const { policy, bypassPolicyLockoutSafetyCheck } = inputs;
  if (typeof policy === "string" && policy !== UNKNOWN && bypassPolicyLockoutSafetyCheck !== true && !allowsSomebodyHere(policy, "kms:PutKeyPolicy")) {
    throw new CloudError("MalformedPolicyDocumentException", "The new key policy will not allow you to update the key policy in the future.");
  }
}

/** Replicas share the primary's id, which tells by its prefix that it may be shared. */
const replica: ResourceModel = {
  replaceOn: ["primaryKeyArn"],
  defaults: { bypassPolicyLockoutSafetyCheck: false, enabled: true },
  id: ({ inputs }) => parseArn(textOf(inputs["primaryKeyArn"]))?.resource.slice("key/".length) ?? "",
  arn: "arn:aws:kms:{region}:{account}:key/{id}",
  duplicateCode: "AlreadyExistsException",
  outputs: ({ id, inputs, inventory }) => {
    const primary = inventory.findByArn(textOf(inputs["primaryKeyArn"]), KEY);
    return { keyId: id, keyRotationEnabled: primary?.inputs["enableKeyRotation"] ?? false,
      keySpec: primary?.inputs["customerMasterKeySpec"] ?? "SYMMETRIC_DEFAULT", keyUsage: primary?.inputs["keyUsage"] ?? "ENCRYPT_DECRYPT" };
  },
  references: {
    primaryKeyArn: { ...loosely(kmsKey), find: (value, { inventory }) => inventory.findByArn(value, KEY) },
  },
  documents: { policy: "MalformedPolicyDocumentException" },
  validate: (context) => {
    validateWindow(context);
    refuseLockout(context);
    const primary = textOf(context.inputs["primaryKeyArn"]);
    if (context.inventory.findByArn(primary, KEY)?.inputs["multiRegion"] !== true) {
      throw new CloudError("UnsupportedOperationException", `${primary} is not a multi-Region primary key`);
    }
    if (parseArn(primary)?.region === context.region) {
      throw new CloudError("UnsupportedOperationException", `The replica of ${primary} must be in another Region than the primary key`);
    }
  },
  deletedUntil: keptAsPending,
};

export const kmsModels: ResourceModels = {
  "aws:kms/key:Key": {
    replaceOn: ["customKeyStoreId", "customerMasterKeySpec", "keyUsage", "multiRegion", "xksKeyId"],
    defaults: { bypassPolicyLockoutSafetyCheck: false, customerMasterKeySpec: "SYMMETRIC_DEFAULT", enableKeyRotation: false, isEnabled: true, keyUsage: "ENCRYPT_DECRYPT" },
    id: (context) => (context.inputs["multiRegion"] === true ? `mrk-${context.hex(32)}` : uuid(context, context.hex(8))),
    arn: "arn:aws:kms:{region}:{account}:key/{id}",
    outputs: ({ id, inputs }) => ({
      keyId: id,
      description: "",
      multiRegion: false,
      policy: DEFAULT_KEY_POLICY,
      ...(inputs["enableKeyRotation"] === true ? { rotationPeriodInDays: 365 } : {}),
    }),
    documents: { policy: "MalformedPolicyDocumentException" },
    validate: (context) => {
      validateWindow(context);
      refuseLockout(context);
      const { enableKeyRotation } = context.inputs;
      const customerMasterKeySpec = textOf(context.inputs["customerMasterKeySpec"]);
      if (enableKeyRotation === true && customerMasterKeySpec !== "SYMMETRIC_DEFAULT") {
        throw new CloudError("UnsupportedOperationException", `customerMasterKeySpec ${customerMasterKeySpec}: automatic rotation is for SYMMETRIC_DEFAULT keys only`);
      }
    },
    // AWS lets a primary's waiting time begin when its last replica is gone. Replicas refer to the primary, so a program deletes them first.
    deletedUntil: keptAsPending,
  },
  "aws:kms/replicaKey:ReplicaKey": replica,
  "aws:kms/alias:Alias": {
    naming: { input: "name", maxLength: 255, prefix: "alias/" },
    replaceOn: ["name", "namePrefix"],
    id: "{name}",
    arn: "arn:aws:kms:{region}:{account}:{id}",
    duplicateCode: "AlreadyExistsException",
    outputs: ({ inputs, region }) => {
      const target = textOf(inputs["targetKeyId"]);
      return { targetKeyArn: target.startsWith("arn:") ? target : `arn:aws:kms:${region}:${ACCOUNT}:key/${target}` };
    },
    references: { targetKeyId: kmsKey },
    validate: ({ inputs }) => {
      if (!/^alias\/(?!aws\/)[\w/-]+$/u.test(textOf(inputs["name"]))) {
        throw new CloudError("InvalidAliasNameException", `name ${JSON.stringify(inputs["name"])}: an alias starts with "alias/", not with "alias/aws/", and has letters, digits, "/", "_" and "-"`);
      }
    },
  },
  "aws:kms/keyPolicy:KeyPolicy": {
    replaceOn: ["keyId"],
    defaults: { bypassPolicyLockoutSafetyCheck: false },
    id: "{keyId}",
    references: { keyId: kmsKey },
    documents: { policy: "MalformedPolicyDocumentException" },
    validate: refuseLockout,
  },
  "aws:kms/grant:Grant": {
    replaceOn: ["constraints", "grantCreationTokens", "granteePrincipal", "keyId", "name", "operations", "retireOnDelete", "retiringPrincipal"],
    defaults: { retireOnDelete: false },
    id: "{keyId}:{hex:64}",
    outputs: ({ hex }) => ({ grantId: hex(64), grantToken: hex(64, "token") }),
    references: { keyId: kmsKey, granteePrincipal: inWordsOf(role, "InvalidArnException", "ARN does not refer to a valid principal: {value}") },
  },
};

const DEFAULT_KEY_POLICY = JSON.stringify({
  Version: "2012-10-17",
  Id: "key-default-1",
  Statement: [{ Sid: "Enable IAM User Permissions", Effect: "Allow", Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: "kms:*", Resource: "*" }],
});
