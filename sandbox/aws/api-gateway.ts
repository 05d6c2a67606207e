import { CloudError } from "../cloud-error.ts";
import { inWordsOf, loosely, type Reference } from "../references.ts";
import type { ResourceContext, ResourceModels } from "../resource-model.ts";
import { isProperties, type Properties, textOf } from "../wire.ts";
import { byArn, byId, byName } from "./reference-kinds.ts";
import { logGroup, role, securityGroup, subnet } from "./references.ts";

const BAD = "BadRequestException";
const missing = (what: string): { readonly code: string; readonly message: string } => ({ code: "NotFoundException", message: `Invalid ${what} identifier specified: {value}` });
/** Everything of an API goes with it. */
const restApi = byId(["aws:apigateway/restApi:RestApi"], missing("API"));
const resource: Reference = {
  types: ["aws:apigateway/resource:Resource"],
  ...missing("Resource"),
  find: (value, { region, inventory }) => inventory.find("aws:apigateway/resource:Resource", region, value)
    ?? (inventory.ofType("aws:apigateway/restApi:RestApi").some((api) => api.region === region && api.outputs["rootResourceId"] === value) ? "outside" : undefined),
};
const authorizer = byId(["aws:apigateway/authorizer:Authorizer"], { code: BAD, message: "Invalid authorizer ID specified: {value}" });
const validator = byId(["aws:apigateway/requestValidator:RequestValidator"], { code: BAD, message: "Invalid Request Validator identifier specified: {value}" });
const deployment = byId(["aws:apigateway/deployment:Deployment"], {
  ...missing("Deployment"),
  holds: { code: BAD, message: "Active stages pointing to this deployment must be moved or deleted: {value}" },
});
const certificate = byId(["aws:apigateway/clientCertificate:ClientCertificate"], {
  ...missing("Client Certificate"),
  holds: { code: "ConflictException", message: "Client certificate {value} is used by a stage" },
});
/** By the id of either kind of link. */
const vpcLink = byId(["aws:apigatewayv2/vpcLink:VpcLink", "aws:apigateway/vpcLink:VpcLink"], {
  code: BAD,
  message: "Invalid VPC Link identifier: {value}",
  holds: { code: BAD, message: "Cannot delete VPC link {value}: it is used by an integration" },
});
const balancer = byArn(["aws:lb/loadBalancer:LoadBalancer"], { code: BAD, message: "Invalid integration target specified: {value}" });
const userPool = byArn(["aws:cognito/userPool:UserPool"], { code: BAD, message: "Invalid Cognito User Pool ARN: {value}" });
const domainName = byName({
  types: ["aws:apigateway/domainName:DomainName"],
  code: "NotFoundException",
  message: "Invalid domain name identifier specified: {value}",
  holds: { code: BAD, message: "Domain name {value} still has base path mappings" },
});

/** REST APIs, their domains, and VPC links. */
export const apiGatewayModels: ResourceModels = {
  "aws:apigateway/restApi:RestApi": {
    naming: { input: "name", maxLength: 1024 },
    replaceOn: [],
    defaultsInside: { endpointConfiguration: { ipAddressType: "ipv4" } },
    id: "{hex:10}",
    arn: "arn:aws:apigateway:{region}::/restapis/{id}",
    outputs: ({ createdAt, hex, id, region }) => ({
      apiKeySource: "HEADER", binaryMediaTypes: [], createdDate: createdAt.toISOString(), description: "", disableExecuteApiEndpoint: false, executionArn: executionArn(region, id), policy: "",
      minimumCompressionSize: "", rootResourceId: hex(10, "root"), endpointConfiguration: { types: "EDGE", vpcEndpointIds: [] }, securityPolicy: "TLS_1_0", endpointAccessMode: "",
    }),
    documents: { policy: BAD },
    validate: ({ inputs }) => {
      refusePolicyWithoutMode(inputs);
    },
  },
  "aws:apigateway/restApiPolicy:RestApiPolicy": { replaceOn: ["restApiId"], id: "{restApiId}", documents: { policy: BAD }, references: { restApiId: restApi } },
  "aws:apigateway/resource:Resource": {
    naming: false,
    replaceOn: ["restApi"],
    id: "{hex:6}",
    duplicateCode: "ConflictException",
    uniqueBy: ["parentId", "pathPart"],
    outputs: ({ inputs, inventory, region }) => ({ path: `${pathOf(inventory.find("aws:apigateway/resource:Resource", region, textOf(inputs["parentId"]))?.outputs)}/${textOf(inputs["pathPart"])}` }),
    references: { restApi, parentId: resource },
  },
  "aws:apigateway/method:Method": {
    naming: false,
    replaceOn: ["httpMethod", "resourceId", "restApi"],
    defaults: { apiKeyRequired: false },
    id: "agm-{restApi}-{resourceId}-{httpMethod}",
    duplicateCode: "ConflictException",
    references: { restApi, resourceId: resource, authorizerId: authorizer, requestValidatorId: validator },
    validate: refuseModels,
  },
  "aws:apigateway/integration:Integration": {
    naming: false,
    replaceOn: ["connectionType", "httpMethod", "integrationHttpMethod", "resourceId", "restApi", "type"],
    defaults: { connectionType: "INTERNET", timeoutMilliseconds: 29_000 },
    id: "agi-{restApi}-{resourceId}-{httpMethod}",
    outputs: ({ inputs }) => ({ cacheNamespace: textOf(inputs["resourceId"]), passthroughBehavior: "WHEN_NO_MATCH", responseTransferMode: "BUFFERED" }),
    references: { restApi, resourceId: resource, connectionId: vpcLink, integrationTarget: balancer },
    validate: refuseIntegration,
  },
  "aws:apigateway/model:Model": {
    naming: { input: "name", maxLength: 255, separator: "" },
    replaceOn: ["contentType", "name", "restApi"],
    id: "{hex:6}",
    duplicateCode: "ConflictException",
    uniqueBy: ["restApi", "name"],
    references: { restApi },
  },
  "aws:apigateway/requestValidator:RequestValidator": {
    naming: { input: "name", maxLength: 255 },
    replaceOn: ["restApi"],
    defaults: { validateRequestBody: false, validateRequestParameters: false },
    id: "{hex:6}",
    references: { restApi },
  },
  "aws:apigateway/authorizer:Authorizer": {
    naming: { input: "name", maxLength: 128 },
    replaceOn: ["restApi"],
    defaults: { authorizerResultTtlInSeconds: 300, identitySource: "method.request.header.Authorization", type: "TOKEN" },
    id: "{hex:6}",
    outputs: ({ id, inputs, region }) => ({ arn: `arn:aws:apigateway:${region}::/restapis/${textOf(inputs["restApi"])}/authorizers/${id}` }),
    references: { restApi, providerArns: loosely(userPool) },
  },
  "aws:apigateway/deployment:Deployment": {
    naming: false,
    replaceOn: ["restApi", "triggers", "variables"],
    id: "{hex:6}",
    outputs: ({ createdAt }) => ({ createdDate: createdAt.toISOString() }),
    references: { restApi },
    validate: ({ inputs, inventory }) => {
      if (!inventory.ofType("aws:apigateway/method:Method").some((method) => method.inputs["restApi"] === inputs["restApi"])) {
        throw new CloudError(BAD, "The REST API doesn't contain any methods");
      }
    },
  },
  "aws:apigateway/stage:Stage": {
    naming: false,
    replaceOn: ["restApi", "stageName"],
    id: "ags-{restApi}-{stageName}",
    duplicateCode: "ConflictException",
    outputs: ({ inputs, region }) => {
      const [api, stage] = [textOf(inputs["restApi"]), textOf(inputs["stageName"])];
      return {
        arn: `arn:aws:apigateway:${region}::/restapis/${api}/stages/${stage}`, executionArn: `${executionArn(region, api)}/${stage}`,
        invokeUrl: `https://${api}.execute-api.${region}.amazonaws.com/${stage}`, webAclArn: "",
      };
    },
    references: { restApi, deployment, clientCertificateId: certificate, "accessLogSettings.destinationArn": inWordsOf(logGroup, BAD) },
    validate: (context) => {
      if (context.inputs["accessLogSettings"] !== undefined) {
        refuseWithoutLogRole(context);
      }
    },
  },
  "aws:apigateway/methodSettings:MethodSettings": {
    naming: false,
    replaceOn: ["methodPath", "restApi", "stageName"],
    id: "{restApi}-{stageName}-{methodPath}",
    references: { restApi },
    validate: (context) => {
      const settings = context.inputs["settings"];
      if (isProperties(settings) && !["OFF", ""].includes(textOf(settings["loggingLevel"]))) {
        refuseWithoutLogRole(context);
      }
    },
  },
  "aws:apigateway/account:Account": {
    naming: false,
    replaceOn: [],
    id: ({ region }) => `api-gateway-account-${region}`,
    outputs: () => ({ apiKeyVersion: "4", features: ["UsagePlans"], throttleSettings: { burstLimit: 5000, rateLimit: 10_000 } }),
    references: { cloudwatchRoleArn: inWordsOf(loosely(role), BAD, "The role ARN does not have required permissions configured: {value}") },
  },
  "aws:apigateway/clientCertificate:ClientCertificate": {
    naming: false,
    replaceOn: [],
    id: "{hex:6}",
    arn: "arn:aws:apigateway:{region}::/clientcertificates/{id}",
    outputs: ({ createdAt }) => ({
      createdDate: createdAt.toISOString(), expirationDate: new Date(createdAt.getTime() + 365 * 86_400_000).toISOString(), pemEncodedCertificate: "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n",
    }),
  },
  "aws:apigateway/domainName:DomainName": {
    naming: false,
    replaceOn: ["domainName"],
    defaultsInside: { endpointConfiguration: { ipAddressType: "ipv4" } },
    id: "{domainName}",
    arn: "arn:aws:apigateway:{region}::/domainnames/{id}",
    duplicateCode: BAD,
    outputs: ({ createdAt, hex, region }) => ({
      certificateUploadDate: createdAt.toISOString(), cloudfrontDomainName: "", cloudfrontZoneId: "Z2FDTNDATAQYW2", domainNameId: "", ownershipVerificationCertificateArn: "", routingMode: "BASE_PATH_MAPPING_ONLY",
      regionalDomainName: `d-${hex(10)}.execute-api.${region}.amazonaws.com`, regionalZoneId: "Z1UJRXOUMOOFQ8", securityPolicy: "TLS_1_2", endpointAccessMode: "", policy: "",
    }),
    validate: ({ inputs, region }) => {
      refusePolicyWithoutMode(inputs);
      const arn = textOf(inputs["regionalCertificateArn"]);
      if (arn !== "" && !arn.startsWith(`arn:aws:acm:${region}:`)) {
        throw new CloudError(BAD, `Invalid certificate ARN: ${arn}. Certificate must be in ${region}.`);
      }
    },
  },
  "aws:apigateway/basePathMapping:BasePathMapping": {
    naming: false,
    replaceOn: ["domainName", "domainNameId"],
    id: "{domainName}/{basePath}",
    duplicateCode: "ConflictException",
    references: { domainName, restApi },
  },
  "aws:apigatewayv2/vpcLink:VpcLink": {
    naming: { input: "name", maxLength: 128 },
    replaceOn: ["securityGroupIds", "subnetIds"],
    id: "{hex:6}",
    arn: "arn:aws:apigateway:{region}::/vpclinks/{id}",
    references: { subnetIds: inWordsOf(subnet, BAD, "Subnet {value} does not exist"), securityGroupIds: inWordsOf(securityGroup, BAD, "Security group {value} does not exist") },
  },
};

function executionArn(region: string, api: string): string {
  return `arn:aws:execute-api:${region}:123456789012:${api}`;
}

function pathOf(outputs: Properties | undefined): string {
  return outputs === undefined ? "" : textOf(outputs["path"]);
}

/** AWS demands an access mode beside each security policy of the newer kind. */
function refusePolicyWithoutMode(inputs: Properties): void {
  if (textOf(inputs["securityPolicy"]).startsWith("SecurityPolicy_") && textOf(inputs["endpointAccessMode"]) === "") {
    throw new CloudError(BAD, `Security policy ${textOf(inputs["securityPolicy"])} requires an endpoint access mode`);
  }
}

function refuseWithoutLogRole({ inventory, region }: ResourceContext): void {
  if (!inventory.ofType("aws:apigateway/account:Account").some((account) => account.region === region && textOf(account.inputs["cloudwatchRoleArn"]) !== "")) {
    throw new CloudError(BAD, "CloudWatch Logs role ARN must be set in account settings to enable logging");
  }
}

function refuseModels({ inputs, inventory }: ResourceContext): void {
  const models = isProperties(inputs["requestModels"]) ? Object.values(inputs["requestModels"]) : [];
  const known = inventory.ofType("aws:apigateway/model:Model").filter((model) => model.inputs["restApi"] === inputs["restApi"]).map((model) => model.inputs["name"]);
  const unknown = models.find((model) => !known.includes(model) && model !== "Empty" && model !== "Error");
  if (unknown !== undefined) {
    throw new CloudError(BAD, `Invalid model identifier specified: ${textOf(unknown)}`);
  }
}

/** AWS: a link of the second version needs the balancer it leads to, and every parameter of the address its source. */
function refuseIntegration({ inputs, inventory, region }: ResourceContext): void {
  const throughLink = inputs["connectionType"] === "VPC_LINK";
  if (throughLink && textOf(inputs["connectionId"]) === "") {
    throw new CloudError(BAD, "ConnectionId is required for connection type VPC_LINK");
  }
  const second = inventory.find("aws:apigatewayv2/vpcLink:VpcLink", region, textOf(inputs["connectionId"])) !== undefined;
  if (throughLink && second && textOf(inputs["integrationTarget"]) === "") {
    throw new CloudError(BAD, "IntegrationTarget is required for VpcLinkV2");
  }
  const given = isProperties(inputs["requestParameters"]) ? inputs["requestParameters"] : {};
  const unnamed = [...textOf(inputs["uri"]).matchAll(/\{(\w+)\}/gu)].find(([, parameter]) => given[`integration.request.path.${parameter ?? ""}`] === undefined);
  if (unnamed !== undefined) {
    throw new CloudError(BAD, `Invalid mapping expression: the address names ${unnamed[0]}, which no request parameter fills`);
  }
}
