import { CloudError } from "../cloud-error.ts";
import { inWordsOf, loosely, type Reference } from "../references.ts";
import type { OutputContext, ResourceContext, ResourceModels } from "../resource-model.ts";
import { uuid } from "../templates.ts";
import { isList, isProperties, textOf } from "../wire.ts";
import { byArn, byId } from "./reference-kinds.ts";
import { bucketAnywhere, logGroup, role } from "./references.ts";

const INVALID = "InvalidParameterException";
/** A pool's parts go with it, so nothing keeps a pool from being deleted but its domain. */
const userPool = byId(["aws:cognito/userPool:UserPool"], { code: "ResourceNotFoundException", message: "User pool {value} does not exist." });
const poolWithDomain: Reference = { ...userPool, holds: { code: INVALID, message: "User pool cannot be deleted. It has a domain configured that should be deleted first." } };
const client = byId(["aws:cognito/userPoolClient:UserPoolClient"], { code: "ResourceNotFoundException", message: "User pool client {value} does not exist." });
const stream = byArn(["aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream"], { code: INVALID, message: "The delivery stream {value} does not exist" });

/** User pools: users, applications, sign-in pages. */
export const cognitoModels: ResourceModels = {
  "aws:cognito/userPool:UserPool": {
    naming: { input: "name", maxLength: 128 },
    replaceOn: ["aliasAttributes", "usernameAttributes", "usernameConfiguration"],
    defaults: { deletionProtection: "INACTIVE", mfaConfiguration: "OFF" },
    id: ({ hex, region }) => `${region}_${hex(9)}`,
    arn: "arn:aws:cognito-idp:{region}:{account}:userpool/{id}",
    outputs: ({ createdAt, id, now, region }) => ({
      creationDate: createdAt.toISOString(), lastModifiedDate: now.toISOString(), endpoint: `cognito-idp.${region}.amazonaws.com/${id}`, estimatedNumberOfUsers: 0, customDomain: "", domain: "",
      userPoolTier: "ESSENTIALS", verificationMessageTemplate: { defaultEmailOption: "CONFIRM_WITH_CODE" }, signInPolicy: { allowedFirstAuthFactors: ["PASSWORD"] },
    }),
    changedByUpdate: ["lastModifiedDate"],
    validate: refusePool,
    deleteRefusal: ({ inputs }) => (inputs["deletionProtection"] === "ACTIVE"
      ? { code: INVALID, message: "The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first." } : undefined),
  },
  "aws:cognito/userPoolClient:UserPoolClient": {
    naming: { input: "name", maxLength: 128 },
    replaceOn: ["generateSecret", "userPoolId"],
    id: "{hex:26}",
    outputs: ({ hex, inputs }) => ({
      clientSecret: inputs["generateSecret"] === true ? hex(51, "secret") : "", allowedOauthFlowsUserPoolClient: false, authSessionValidity: 3, enablePropagateAdditionalUserContextData: false,
      enableTokenRevocation: true, preventUserExistenceErrors: "ENABLED", explicitAuthFlows: ["ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"], refreshTokenValidity: 30,
    }),
    references: { userPoolId: userPool },
    validate: refuseClient,
  },
  "aws:cognito/userPoolDomain:UserPoolDomain": {
    naming: false,
    replaceOn: ["domain", "userPoolId"],
    id: "{domain}",
    duplicateCode: INVALID,
    outputs: ({ hex, inputs }) => ({
      awsAccountId: "123456789012", cloudfrontDistribution: `d${hex(13)}.cloudfront.net`, cloudfrontDistributionArn: `arn:aws:cloudfront::123456789012:distribution/E${hex(13).toUpperCase()}`,
      cloudfrontDistributionZoneId: "Z2FDTNDATAQYW2", s3Bucket: inputs["certificateArn"] === undefined ? `aws-cognito-prod-${hex(8)}-assets` : "", version: hex(14, "version"), managedLoginVersion: 1,
    }),
    references: { userPoolId: poolWithDomain },
    validate: refuseDomain,
  },
  "aws:cognito/userGroup:UserGroup": {
    naming: { input: "name", maxLength: 128 },
    replaceOn: ["name", "userPoolId"],
    id: "{userPoolId}/{name}",
    duplicateCode: "GroupExistsException",
    references: { userPoolId: userPool, roleArn: inWordsOf(loosely(role), INVALID, "The role {value} does not exist") },
  },
  "aws:cognito/resourceServer:ResourceServer": {
    replaceOn: ["identifier", "userPoolId"],
    id: "{userPoolId}|{identifier}",
    duplicateCode: INVALID,
    outputs: ({ inputs }) => ({ scopeIdentifiers: scopeNames(inputs).map((scope) => `${textOf(inputs["identifier"])}/${scope}`) }),
    changedByUpdate: ["scopeIdentifiers"],
    references: { userPoolId: userPool },
  },
  "aws:cognito/identityProvider:IdentityProvider": {
    naming: false,
    replaceOn: ["providerName", "providerType", "userPoolId"],
    id: "{userPoolId}:{providerName}",
    duplicateCode: "DuplicateProviderException",
    references: { userPoolId: userPool },
  },
  "aws:cognito/riskConfiguration:RiskConfiguration": {
    replaceOn: ["clientId", "userPoolId"],
    id: ({ inputs }) => [textOf(inputs["userPoolId"]), textOf(inputs["clientId"])].filter((part) => part !== "").join(":"),
    references: { userPoolId: userPool, clientId: client },
    validate: (context) => {
      refuseOtherThanPlus(context, "Risk configurations need the Plus feature plan");
    },
  },
  "aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration": {
    replaceOn: ["userPoolId"],
    id: "{userPoolId}",
    references: {
      userPoolId: userPool,
      "logConfigurations.s3Configuration.bucketArn": inWordsOf(bucketAnywhere, INVALID),
      "logConfigurations.cloudWatchLogsConfiguration.logGroupArn": inWordsOf(logGroup, INVALID),
      "logConfigurations.firehoseConfiguration.streamArn": stream,
    },
    validate: refuseLogDelivery,
  },
  "aws:cognito/managedLoginBranding:ManagedLoginBranding": {
    replaceOn: ["clientId", "userPoolId"],
    id: (context) => `${textOf(context.inputs["userPoolId"])},${uuid(context)}`,
    duplicateCode: "ManagedLoginBrandingExistsException",
    uniqueBy: ["clientId"],
    outputs: (context) => ({ managedLoginBrandingId: context.id.split(",")[1] ?? "", settingsAll: "{}" }),
    references: { userPoolId: userPool, clientId: client },
  },
};

function scopeNames(inputs: OutputContext["inputs"]): readonly string[] {
  const { scopes } = inputs;
  return isList(scopes) ? scopes.flatMap((scope) => (isProperties(scope) ? [textOf(scope["scopeName"])] : [])) : [];
}

function refusePool({ inputs }: ResourceContext): void {
  const factor = ["softwareTokenMfaConfiguration", "smsConfiguration", "emailMfaConfiguration"].some((name) => inputs[name] !== undefined);
  if (inputs["mfaConfiguration"] === "ON" && !factor) {
    throw new CloudError(INVALID, "Invalid MFA configuration given, can't turn on MFA and not configure a factor");
  }
  const addOns = inputs["userPoolAddOns"];
  const mode = isProperties(addOns) ? addOns["advancedSecurityMode"] : undefined;
  if (mode !== undefined && mode !== "OFF" && inputs["userPoolTier"] !== "PLUS") {
    throw new CloudError("FeatureUnavailableInTierException", `Threat protection (${textOf(mode)}) needs the Plus feature plan`);
  }
}

/** AWS: refresh tokens that rotate cannot be used by REFRESH_TOKEN_AUTH; OAuth flows need their switch and an address. */
function refuseClient({ inputs }: ResourceContext): void {
  const rotation = inputs["refreshTokenRotation"];
  const flows = inputs["explicitAuthFlows"];
  if (isProperties(rotation) && rotation["feature"] === "ENABLED" && isList(flows) && flows.includes("ALLOW_REFRESH_TOKEN_AUTH")) {
    throw new CloudError(INVALID, "Refresh token rotation cannot be enabled together with ALLOW_REFRESH_TOKEN_AUTH");
  }
  const oauth = inputs["allowedOauthFlows"];
  if (isList(oauth) && oauth.includes("code") && !(isList(inputs["callbackUrls"]) && inputs["callbackUrls"].length > 0)) {
    throw new CloudError("InvalidOAuthFlowException", "code flow and implicit flow need a callback URL");
  }
}

function refuseDomain({ inputs }: ResourceContext): void {
  const domain = textOf(inputs["domain"]);
  if (inputs["certificateArn"] === undefined ? !/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/u.test(domain) || /aws|amazon|cognito/u.test(domain) : !domain.includes(".")) {
    throw new CloudError(INVALID, `Domain ${JSON.stringify(domain)} is not allowed: letters, digits and "-" without the words aws, amazon and cognito, or a domain with its certificate`);
  }
}

function refuseOtherThanPlus({ inputs, inventory, region }: ResourceContext, message: string): void {
  const pool = inventory.find("aws:cognito/userPool:UserPool", region, textOf(inputs["userPoolId"]));
  if (pool !== undefined && pool.inputs["userPoolTier"] !== "PLUS") {
    throw new CloudError("FeatureUnavailableInTierException", message);
  }
}

function refuseLogDelivery(context: ResourceContext): void {
  const { inputs, inventory, region } = context;
  const configurations = isList(inputs["logConfigurations"]) ? inputs["logConfigurations"].filter(isProperties) : [];
  for (const { eventSource, cloudWatchLogsConfiguration } of configurations) {
    if (eventSource === "userAuthEvents") {
      refuseOtherThanPlus(context, "Exporting user activity needs the Plus feature plan");
    }
    const target = isProperties(cloudWatchLogsConfiguration) ? logGroup.find(textOf(cloudWatchLogsConfiguration["logGroupArn"]), { inventory, region }) : undefined;
    if (typeof target === "object" && target.inputs["kmsKeyId"] !== undefined) {
      throw new CloudError(INVALID, `The log group ${target.id} must not be encrypted with a KMS key`);
    }
  }
}
