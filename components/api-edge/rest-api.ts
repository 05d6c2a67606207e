import { Authorizer } from "@pulumi/aws/apigateway/authorizer.js";
import { Model } from "@pulumi/aws/apigateway/model.js";
import { RequestValidator } from "@pulumi/aws/apigateway/requestValidator.js";
import { Resource } from "@pulumi/aws/apigateway/resource.js";
import { RestApi } from "@pulumi/aws/apigateway/restApi.js";
import { RestApiPolicy } from "@pulumi/aws/apigateway/restApiPolicy.js";
import type * as pulumi from "@pulumi/pulumi";
import type { Deployment } from "../lib/deployment.ts";
import type { ApiModel } from "./api-models.ts";
import { apiNames } from "./api-names.ts";
import { type ApiRoute, pathNodes } from "./api-routes.ts";

/** TLS 1.2 or newer, with forward secrecy and key exchange that holds against quantum computers too. */
export const TLS_POLICY = { securityPolicy: "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09", endpointAccessMode: "STRICT" } as const;

/** An API with what its methods share. */
export interface Api {
  readonly restApi: RestApi;
  readonly policy: RestApiPolicy;
  readonly authorizer: Authorizer;
  readonly validator: RequestValidator;
  /** By name. */
  readonly models: ReadonlyMap<string, Model>;
  /** Ids of the parts of paths, by path. */
  readonly resourceIds: ReadonlyMap<string, pulumi.Output<string>>;
}

export interface ApiSpec {
  readonly deployment: Deployment;
  readonly routes: readonly ApiRoute[];
  readonly models: readonly ApiModel[];
  readonly userPoolArn: pulumi.Input<string>;
  readonly policy: string;
  /** Whether the API is reached by a domain of one's own only. */
  readonly hasDomain: boolean;
}

/** The API, what it asks of callers and of bodies, and its paths. */
export function createApi(parent: pulumi.Resource, name: string, spec: ApiSpec): Api {
  const names = apiNames(spec.deployment);
  const restApi = new RestApi(`${name}-api`, {
    name: names.api,
    description: "Patient records",
    endpointConfiguration: { types: "REGIONAL" },
    disableExecuteApiEndpoint: spec.hasDomain,
    ...TLS_POLICY,
    tags: { Name: names.api },
  }, { parent });
  const within = { parent: restApi };
  const policy = new RestApiPolicy(`${name}-policy`, { restApiId: restApi.id, policy: spec.policy }, within);
  const authorizer = new Authorizer(`${name}-authorizer`, {
    restApi: restApi.id, name: "users", type: "COGNITO_USER_POOLS", identitySource: "method.request.header.Authorization", providerArns: [spec.userPoolArn],
  }, within);
  const validator = new RequestValidator(`${name}-validator`, { restApi: restApi.id, name: "body-and-parameters", validateRequestBody: true, validateRequestParameters: true }, within);
  const models = new Map(spec.models.map((model) => [model.name, new Model(`${name}-model-${model.name}`, { restApi: restApi.id, name: model.name, contentType: "application/json", schema: model.schema }, within)]));
  return { restApi, policy, authorizer, validator, models, resourceIds: createPaths(restApi, name, spec.routes) };
}

function createPaths(restApi: RestApi, name: string, routes: readonly ApiRoute[]): ReadonlyMap<string, pulumi.Output<string>> {
  const ids = new Map<string, pulumi.Output<string>>();
  for (const { path, parent, part, key } of pathNodes(routes)) {
    const parentId = (parent === undefined ? undefined : ids.get(parent)) ?? restApi.rootResourceId;
    ids.set(path, new Resource(`${name}-path-${key}`, { restApi: restApi.id, parentId, pathPart: part }, { parent: restApi }).id);
  }
  return ids;
}
